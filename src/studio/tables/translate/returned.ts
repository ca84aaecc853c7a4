import type { Content, StoryRecord } from '../../../lib/server/content/record.ts';
import { short, type MadeFrom } from '../../../lib/server/content/translation-ledger.ts';
import { groupBy } from '../../../lib/server/content/tree.ts';
import { wholeStory } from '../../../lib/server/content/written-texts.ts';
import type { Step } from '../../contract/operations.ts';
import { plain } from '../cell.ts';
import { hasLostLetters, isFormulaError } from '../lost.ts';
import type { Item } from './item.ts';
import { itemsFor, sourceOf } from './package.ts';
import { sentBack, type ReturnedFile, type SentBack } from './sent-back.ts';
import { storiesWith } from './told-anew.ts';
import { wordFiles, type WordFile } from './word-files.ts';
import { fieldOperations } from './write-fields.ts';

/** A translation that is taken. */
export interface Taken {
	item: Item;
	language: string;
	text: string;
	/** Hash of the source that it was made from. */
	source: string;
}

export interface Returned {
	/** Texts that change: what it was, what it will be. */
	differences: readonly { place: string; language: string; was?: string; value: string }[];
	/** One text, several answers: of two translators, or of one and of who changed it here meanwhile. Not taken. */
	disputed: readonly {
		place: string;
		language: string;
		answers: readonly string[];
		now?: string;
	}[];
	/** What nobody asks for any more: where it stands in the file. */
	unknown: readonly string[];
	/** Sentences on what was left out, as a story without its title. */
	left: readonly string[];
	/** Sentences that forbid the import. */
	refused: readonly string[];
	/** Older translations that still hold, as their readers say. */
	confirmed: number;
	step: Step;
	/** Corrections of the interface's words; they are no part of the step. */
	words: readonly WordFile[];
	/** For the ledger, when the step is done: see `noteMadeFrom`. */
	madeFrom: readonly MadeFrom[];
}

/**
 * What translators' workbooks change, merged text by text. Only a cell that differs from what went out counts: whoever
 * worked on other texts takes nothing back.
 *
 * @throws {TableFault} for a file that cannot be read
 */
export async function returned(
	content: Content,
	files: readonly ReturnedFile[],
): Promise<Returned> {
	const rows = await sentBack(files);
	const found = sorted(content, rows);
	const refused = [...spoilt(found.taken), ...(rows.length > 0 ? [] : [noPackage])];
	const allowed = refused.length > 0 ? [] : found.taken;
	const told = await storiesWith(content, allowed);
	const words = await wordFiles(content, allowed);
	const operations = [...fieldOperations(content, allowed), ...told.operations];
	const count = found.taken.length;
	return {
		differences: found.taken.map(({ item, language, text }) => ({
			...{ place: item.place, language, value: text },
			...(item.texts[language] !== undefined && { was: item.texts[language] }),
		})),
		...{ disputed: found.disputed, unknown: found.unknown, refused },
		left: [...told.left, ...words.left],
		step: { operations, title: `Took in ${count} translation${count === 1 ? '' : 's'}` },
		confirmed: found.confirmed.length,
		words: words.files,
		madeFrom: [
			...madeFrom(content, allowed),
			...told.madeFrom,
			...confirmed(content, found.confirmed),
		],
	};
}

const noPackage =
	'no row says which text it translates: send the workbook that the studio gave, with its last column';

interface Verdict {
	taken: Taken[];
	disputed: Returned['disputed'][number][];
	confirmed: Taken[];
	unknown: string[];
}

function sorted(content: Content, rows: readonly SentBack[]): Verdict {
	const translated = content.languages.slice(1);
	const items = new Map<string, Item>(
		translated.flatMap((language) =>
			itemsFor(content, language).map((item) => [`${language} ${item.key}`, item] as const),
		),
	);
	const verdict: Verdict = { taken: [], disputed: [], confirmed: [], unknown: [] };
	for (const [name, all] of groupBy(rows, ({ language, key }) => `${language} ${key}`)) {
		const item = items.get(name);
		const changed = all.filter(({ text, own }) => text !== '' && short(text) !== own);
		if (item) judge(item, all as [SentBack], changed, verdict);
		else verdict.unknown.push(...changed.map(({ where, key }) => `${where}: ${key}`));
	}
	return verdict;
}

/** One text, as one or several workbooks have it. */
function judge(
	item: Item,
	[first, ...more]: readonly [SentBack, ...SentBack[]],
	changed: readonly SentBack[],
	verdict: Verdict,
): void {
	const { language } = first;
	const now = item.texts[language];
	const known = now === undefined ? '-' : short(plain(now));
	const isFresh = (one: SentBack) => one.own === known;
	const answers = [...new Set(changed.map(({ text }) => text))];
	const [answer] = answers;
	if (answer === undefined) {
		const reader = [first, ...more].find((one) => one.isConfirmed && isFresh(one));
		if (reader && now !== undefined)
			verdict.confirmed.push({ item, language, text: now, source: reader.source });
	} else if (answers.length === 1 && now !== undefined && plain(now) === answer) {
		return;
	} else if (answers.length === 1 && changed.every(isFresh)) {
		const source = changed[0]?.source ?? first.source;
		verdict.taken.push({ item, language, text: answer, source });
	} else {
		verdict.disputed.push({
			place: item.place,
			language,
			answers,
			...(now !== undefined && { now }),
		});
	}
}

function spoilt(taken: readonly Taken[]): string[] {
	return taken.flatMap(({ item: { place }, language, text }) => {
		if (isFormulaError(text))
			return [`${place}, ${language}, is an error of a formula: write the text`];
		const remedy = 'save the workbook as .xlsx, from a copy in which they are right';
		return hasLostLetters(text) ? [`${place}, ${language}, has lost letters: ${remedy}`] : [];
	});
}

/** Only where the source has changed since it went out: else the ledger finds it out by itself. */
function madeFrom(content: Content, taken: readonly Taken[]): MadeFrom[] {
	return taken.flatMap(({ item, language, text, source }) => {
		const { ledger: key, home } = item;
		const isOld = source !== short(sourceOf(item, content));
		return key !== undefined && home.kind === 'field' && isOld
			? [{ key, language, source, text }]
			: [];
	});
}

/** Of a story, the ledger knows the whole. */
function confirmed({ stories }: Content, agreed: readonly Taken[]): MadeFrom[] {
	return agreed.flatMap(({ item: { ledger: key, home }, language, source, text }) => {
		if (key === undefined) return [];
		const isOf = ({ id, lang }: StoryRecord) =>
			home.kind === 'story' && id === home.story && lang === language;
		const story = stories.find(isOf);
		return [{ key, language, source, text: story ? wholeStory(story) : text }];
	});
}
