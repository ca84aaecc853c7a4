/** Over server-sent events, each as JSON. */
export type Notice =
	/** Files changed: by a step, or beside us. */
	| { kind: 'changed'; revision: number; outside: readonly string[] }
	| { kind: 'progress'; task: string; done: number; of: number; says: string }
	| { kind: 'finished'; task: string; says: string; address?: string }
	| { kind: 'failed'; task: string; says: string; remedy: string };

/** What is answered beside 2xx and 409. */
export interface Refused {
	says: string;
	remedy: string;
}

/**
 * The server's addresses. Everything but the app's own files wants the token: what changes something in the
 * header `X-Studio-Token`, what is looked at by the cookie. Bodies are JSON (`{}` where nothing is said), but for
 * those that are bytes. Where no exhibition is open, the answer is 404.
 *
 * | | |
 * |---|---|
 * | `POST /api/enter` `{token}` | 204 and the cookie |
 * | `POST /api/open` `{folder}` | `View` |
 * | `POST /api/new` `{folder, title, languages, organisation}` | `View` |
 * | `GET /api/view` | `View` |
 * | `POST /api/change` `Step` | 200 or 409 `Outcome` |
 * | `POST /api/undo`, `POST /api/redo` | 200 or 409 `Outcome` |
 * | `GET /api/history` | `HistoryEntry[]`, latest first |
 * | `GET /api/versions?of=JSON(Subject \| {kind:'story',story,lang})` | `Version[]` |
 * | `POST /api/restore` `{of, version}` | `Outcome` |
 * | `GET /api/notices` | `Notice` events |
 * | `GET /thumb/PHOTO/SIZE?v=VERSION` | JPEG, SIZE 160, 320 or 640 on the long side |
 * | `GET /picture/PHOTO?v=VERSION&safe=0\|1` | JPEG of at most 2048, as it is or with what is covered |
 * | `PUT /api/intake/BATCH/KEY?name=NAME` bytes | `FoundFile` |
 * | `POST /api/intake/BATCH/add` `{gallery, keys}` | `Outcome` |
 * | `POST /api/table?name=NAME` bytes | `Table[]` |
 * | `POST /api/table/compare` `{table, mapping, verb}` | `Compared` |
 * | `GET /api/table/guess?header=JSON` | `Mapping` |
 * | `GET /api/captions.csv`, `GET /api/translations/LANG.xlsx` | files |
 * | `POST /api/translations/BATCH?name=NAME` bytes | `Translated`, of all workbooks of the batch |
 * | `POST /api/translations/BATCH/take` | `Outcome` |
 * | `POST /api/seal` `{photos}`, `POST /api/withdraw` `{photos?, person?, ref?, erase}` | `Outcome` |
 * | `POST /api/markdown` `{story, lang, text}` | `{html, problems}` |
 * | `GET /api/targets`, `POST /api/review` `{target, password?}`, `POST /api/publish` `{target}` | `Target[]`, `Review`, 202 |
 * | `POST /api/preview` `{asOf?}` | 202, then `finished` with the address |
 */
export const addresses = '/api/';
