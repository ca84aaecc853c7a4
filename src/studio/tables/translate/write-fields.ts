import type { Content } from '../../../lib/server/content/record.ts';
import type { Path } from '../../../lib/server/content/source.ts';
import { groupBy } from '../../../lib/server/content/tree.ts';
import type { Json, SetOperation, Subject } from '../../contract/operations.ts';
import { rewritten, setting } from '../rewrite.ts';
import { at, type Home } from './item.ts';
import type { Taken } from './returned.ts';

type InField = Taken & { item: { home: Extract<Home, { kind: 'field' }> } };

/** All translations of one text are written at once, and all in a list at once: a list has no names for its items. */
export function fieldOperations({ languages }: Content, taken: readonly Taken[]): SetOperation[] {
	const fields = taken.filter((one): one is InField => one.item.home.kind === 'field');
	const [listed, plain] = [fields.filter(isListed), fields.filter((one) => !isListed(one))];
	return [
		...[...groupBy(plain, ({ item }) => item.key).values()].flatMap((all) =>
			ofText(all as [InField], languages[0] ?? 'en'),
		),
		...[...groupBy(listed, listOf).values()].map((all) => ofList(all as [InField], languages)),
	];
}

function isListed({ item: { home } }: InField): boolean {
	return home.path.some((step) => typeof step === 'number');
}

function ofText(all: readonly [InField, ...InField[]], source: string): SetOperation[] {
	const { of, path, whole } = all[0].item.home;
	const written = at(whole, path);
	const place = { path: path.map(String), written, wrap: (text: Json | undefined) => text };
	const texts = Object.fromEntries(all.map(({ language, text }) => [language, text]));
	return rewritten(of, place, { shown: all[0].item.texts, source }, texts);
}

function listOf({ item: { home } }: InField): string {
	return JSON.stringify([home.of, listPath(home.path)]);
}

function listPath(path: Path): string[] {
	return path
		.slice(
			0,
			path.findIndex((step) => typeof step === 'number'),
		)
		.map(String);
}

function ofList(
	all: readonly [InField, ...InField[]],
	[source = 'en']: readonly string[],
): SetOperation {
	const { of, path, whole } = all[0].item.home;
	const list = listPath(path);
	const was = at(whole, list);
	const value = structuredClone(was) as Json;
	for (const { item, language, text } of all)
		put(value, item.home.path.slice(list.length), { source, language, text });
	return setting(of as Subject, list, was, value);
}

/** Into the copy of a list. */
function put(
	list: Json,
	path: Path,
	{ source, language, text }: { source: string; language: string; text: string },
): void {
	const around = at(list, path.slice(0, -1)) as Record<string | number, Json>;
	const key = path.at(-1) ?? '';
	const written = around[key];
	const map = typeof written === 'string' ? { [source]: written } : (written as object);
	around[key] = { ...map, [language]: text } as Json;
}
