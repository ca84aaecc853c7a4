import { join } from 'node:path';
import { readContent } from '../../lib/server/content/read.ts';
import { noteMadeFrom } from '../../lib/server/content/translation-ledger.ts';
import { writeWhole } from '../../lib/server/content/write.ts';
import type { Outcome } from '../contract/operations.ts';
import type { Translated } from '../contract/translations.ts';
import { returned, type Returned } from '../tables/translate/returned.ts';
import type { ReturnedFile } from '../tables/translate/sent-back.ts';
import { Denied } from './denied.ts';
import type { Place, Room } from './place.ts';

const most = 20;

/** Workbooks that came back from translators, until they are taken in; the last ones that were shown alone. */
export class Translations {
	#shown: { room: Room; batch: string; files: ReturnedFile[] } | undefined;

	constructor(private readonly place: Place) {}

	/** With the workbooks of the batch that came before it. */
	async add(batch: string, file: ReturnedFile): Promise<Translated> {
		const { room } = this.place;
		if (this.#shown?.batch !== batch || this.#shown.room !== room)
			this.#shown = { room, batch, files: [] };
		const { files } = this.#shown;
		if (files.length >= most) throw tooMany;
		const found = await read(room, [...files, file]);
		files.push(file);
		return shownOf(found);
	}

	/** Writes what was shown, from the files as they are by now. */
	async take(batch: string): Promise<Outcome> {
		const { room } = this.place;
		const shown = this.#shown;
		if (shown?.batch !== batch || shown.room !== room) throw gone;
		const found = await read(room, shown.files);
		const [reason] = found.refused;
		if (reason !== undefined) throw new Denied(422, reason, 'mend it, and choose the file again');
		const outcome = await write(room, found);
		if (outcome.done) this.#shown = undefined;
		return outcome;
	}
}

async function read({ root, cache }: Room, files: readonly ReturnedFile[]): Promise<Returned> {
	return returned(await readContent(root, { cache }), files);
}

/** The texts as one step; the interface's words and the ledger, which no operation writes, as one of their own. */
async function write({ root, desk }: Room, found: Returned): Promise<Outcome> {
	const { step, words, madeFrom } = found;
	const isEmpty = step.operations.length === 0;
	const { revision } = await desk.view();
	const outcome: Outcome = isEmpty
		? { done: true, revision, alsoOutside: [] }
		: await desk.change(step);
	if (!outcome.done) return outcome;
	if (words.length + madeFrom.length === 0) return outcome;
	const title =
		words.length > 0 ? 'Took in corrected words' : 'Noted what translations were made of';
	return desk.record(title, async () => {
		for (const { file, text } of words) await writeWhole(join(root, file), text);
		await noteMadeFrom(root, madeFrom);
	});
}

function shownOf(found: Returned): Translated {
	const { differences, disputed, unknown, left, refused, confirmed } = found;
	return { differences, disputed, unknown, left, refused, confirmed };
}

const tooMany = new Denied(429, 'these are too many workbooks', 'take these in first');
const gone = new Denied(
	404,
	'these workbooks are not here any more',
	'choose the translators’ files again',
);
