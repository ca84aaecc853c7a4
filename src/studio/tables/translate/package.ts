import { concurrently } from '../../../lib/server/content/concurrent.ts';
import type { Content, StoryRecord } from '../../../lib/server/content/record.ts';
import { compareTranslations, short } from '../../../lib/server/content/translation-ledger.ts';
import { wholeStory } from '../../../lib/server/content/written-texts.ts';
import { plain } from '../cell.ts';
import { itemsOf } from './items.ts';
import type { Item } from './item.ts';
import { pluralForms, wordsIn } from './words.ts';

/** A small JPEG of a photo. */
export interface Thumbnail {
	data: Buffer;
	width: number;
	height: number;
}

/** What a photo may look like outside; undefined: it stays here. */
export type ThumbnailOf = (photo: string) => Promise<Thumbnail | undefined>;

/** In characters. */
const widths = [18, 32, 60, 60, 10, 12];
const wrapped = { wrap: true, alignVertical: 'top' } as const;

/**
 * A translator's workbook: each text of the exhibition with what it says in the source language and in theirs. They
 * write into the fourth column; `ok` as the state says that an older translation still holds. The last column tells
 * {@link returned} which text it is, and which source and translation went out.
 */
export async function translationsXlsx(
	content: Content,
	language: string,
	thumbnailOf: ThumbnailOf = async () => undefined,
): Promise<Buffer> {
	const [source = 'en'] = content.languages;
	const items = itemsFor(content, language);
	const older = await olderTexts(content, language);
	const header = ['picture', 'where', source, language, 'state', `key ${language}`];
	const pictures = await picturesOf(items, thumbnailOf);
	const rows = items.map((item, index) => {
		const state = item.texts[language] ? (older.has(item.ledger) ? 'older' : '') : 'missing';
		const [from, own] = [item.texts[source], item.texts[language]].map((text) => plain(text ?? ''));
		const cells = ['', item.place, from, own, state, sentKey(item, content, language)];
		const height = pictures.find(({ anchor }) => anchor.row === index + 2)?.height;
		return cells.map((value) => ({
			...{ value, type: String, ...wrapped },
			...(height !== undefined && { height: height * 0.75 + 4 }),
		}));
	});
	const bold = header.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
	// Large, and seldom needed: a desk opens without it.
	const { default: writeXlsx } = await import('write-excel-file/node');
	return writeXlsx([bold, ...rows], {
		...{ sheet: language, stickyRowsCount: 1, images: pictures },
		columns: widths.map((width) => ({ width })),
	}).toBuffer();
}

/** Texts that a language can have: no word of an interface that does not speak it. */
export function itemsFor(content: Content, language: string): Item[] {
	const speaks = wordsIn(content, language) !== undefined;
	const forms = pluralForms(language);
	return itemsOf(content).filter(({ home }) => {
		if (home.kind !== 'word') return true;
		return speaks && (home.category === undefined || forms.includes(home.category));
	});
}

async function olderTexts(content: Content, language: string): Promise<Set<string | undefined>> {
	const { lacking } = await compareTranslations(content);
	const own = lacking.filter((one) => one.language === language && one.why === 'older');
	return new Set(own.map(({ text }) => text.key));
}

/** The key, a hash of the source as the ledger knows it, and one of the translation as it was sent. */
function sentKey(item: Item, content: Content, language: string): string {
	const own = item.texts[language];
	return [
		item.key,
		short(sourceOf(item, content)),
		own === undefined ? '-' : short(plain(own)),
	].join(' ');
}

/** What the ledger takes the hash of: of a story, all of it. */
export function sourceOf({ texts, home }: Item, { languages, stories }: Content): string {
	const source = languages[0] ?? 'en';
	const isOf = ({ id, lang }: StoryRecord) =>
		home.kind === 'story' && id === home.story && lang === source;
	const story = stories.find(isOf);
	return story ? wholeStory(story) : (texts[source] ?? '');
}

/** At the first text of each photo. */
async function picturesOf(items: readonly Item[], thumbnailOf: ThumbnailOf) {
	const rows = new Map<string, number>();
	for (const [index, { photo }] of items.entries())
		if (photo !== undefined && !rows.has(photo)) rows.set(photo, index + 2);
	const made = await concurrently(4, [...rows], async ([photo, row]) => {
		const thumbnail = await thumbnailOf(photo);
		if (!thumbnail) return [];
		const { data: content, width, height } = thumbnail;
		const anchor = { row, column: 1 };
		return [{ content, contentType: 'image/jpeg', width, height, dpi: 96, anchor }];
	});
	return made.flat();
}
