import { isDeepStrictEqual } from 'node:util';
import type { Content, PhotoRecord } from '../../src/lib/server/content/record.ts';
import { asText } from '../../src/lib/server/content/text.ts';
import type { Json, SetOperation, Step } from '../../src/studio/contract/operations.ts';

type Entry = { readonly [key: string]: Json };
type Texts = Record<string, string>;

/** An exhibition of one gallery that lies on no disk, as reading gives it; photos by id. */
export function contentOf(languages: readonly string[], entries: Readonly<Record<string, Entry>>) {
	const source = languages[0] ?? 'en';
	const photos = Object.entries(entries).map(([id, entry]): Partial<PhotoRecord> => {
		const credit = Object(entry.credit) as { line?: Texts; photographer?: string };
		const text = (key: string) => asText(entry[key] as Texts | undefined, source);
		return {
			...{ id, gallery: 'road', file: `road/${id}.jpg`, entry: entry as PhotoRecord['entry'] },
			...{ title: text('title'), caption: text('caption'), alt: text('alt') },
			...{ description: text('description'), transcript: text('transcript') },
			credit: { photographer: credit.photographer, line: asText(credit.line, source) },
		};
	});
	return { languages, photos, galleries: [{ id: 'road' }] } as unknown as Content;
}

/** The entries after a step whose fields all said what it took them to say. */
export function afterStep(entries: Readonly<Record<string, Entry>>, { operations }: Step) {
	const changed = structuredClone(entries) as Record<string, Record<string, Json>>;
	for (const operation of operations as SetOperation[]) {
		const { of, path, was, value } = operation;
		if (of.kind !== 'photo') throw new Error(`not of a photo: ${of.kind}`);
		let around = changed[of.photo] as Record<string, Json>;
		for (const step of path.slice(0, -1)) around = around[step] as Record<string, Json>;
		const key = path.at(-1) ?? '';
		if (!isDeepStrictEqual(around[key], was)) throw new Error(`conflict at ${path.join('/')}`);
		if (value === undefined) delete around[key];
		else around[key] = value;
	}
	return changed;
}
