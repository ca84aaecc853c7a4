import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashText } from './hash.ts';
import { problem, type Problem } from './problems.ts';
import type { Content } from './record.ts';
import { writeWhole } from './write.ts';
import { writtenTexts, type WrittenText } from './written-texts.ts';

/** By text and language: hashes of the source that a translation was made from, and of the translation. */
type Ledger = Record<string, Record<string, readonly [source: string, own: string]>>;

/** What there is to translate. */
export interface Lacking {
	language: string;
	why: 'missing' | 'older';
	text: WrittenText;
}

export const ledgerName = 'translations.json';

/** Compares every translation with the source that it was made from, as the ledger in the folder knows it. */
export async function compareTranslations(
	content: Content,
): Promise<{ lacking: Lacking[]; ledger: Ledger; isNew: boolean }> {
	const [source = 'en', ...others] = content.languages;
	const known = await readLedger(content.root);
	const lacking: Lacking[] = [];
	const ledger: Ledger = {};
	for (const text of others.length > 0 ? writtenTexts(content) : []) {
		const original = text.texts[source];
		if (original === undefined) continue;
		for (const language of others) {
			const own = text.texts[language];
			if (own === undefined) {
				lacking.push({ language, why: 'missing', text });
				continue;
			}
			const now = [short(original), short(own)] as const;
			const before = known[text.key]?.[language];
			// A translation that was touched since was made from the source as it is.
			const kept = before && before[1] === now[1] ? before : now;
			if (kept[0] !== now[0]) lacking.push({ language, why: 'older', text });
			(ledger[text.key] ??= {})[language] = kept;
		}
	}
	return { lacking, ledger, isNew: JSON.stringify(ledger) !== JSON.stringify(known) };
}

/** Keeps what is known of translations; where nothing may be written, it is not kept. */
export async function keepLedger(root: string, ledger: Ledger): Promise<void> {
	const text = `${JSON.stringify(ledger, null, '\t')}\n`;
	await writeWhole(join(root, ledgerName), text).catch(() => undefined);
}

async function readLedger(root: string): Promise<Ledger> {
	const text = await readFile(join(root, ledgerName), 'utf8').catch(() => '{}');
	try {
		return (JSON.parse(text) ?? {}) as Ledger;
	} catch {
		return {};
	}
}

/** Of which source a translation was made. */
export interface MadeFrom {
	/** As in the ledger. */
	key: string;
	language: string;
	/** Hash of the source as the translator had it. */
	source: string;
	/** The translation as it stands in the files now. */
	text: string;
}

/** Tells the ledger what it cannot know: which source a translator who was elsewhere had before them. */
export async function noteMadeFrom(root: string, made: readonly MadeFrom[]): Promise<void> {
	if (made.length === 0) return;
	const ledger = await readLedger(root);
	for (const { key, language, source, text } of made)
		(ledger[key] ??= {})[language] = [source, short(text)];
	await keepLedger(root, ledger);
}

export function short(text: string): string {
	return hashText(text).slice(0, 12);
}

/** One warning for each file and language with translations that are older than their source. */
export function staleProblems(lacking: readonly Lacking[], source: string): Problem[] {
	const found = new Map<string, { one: Lacking; count: number }>();
	for (const one of lacking) {
		if (one.why !== 'older') continue;
		const key = `${one.text.at(one.language).file} ${one.language}`;
		const before = found.get(key);
		found.set(key, { one: before?.one ?? one, count: (before?.count ?? 0) + 1 });
	}
	return [...found.values()].map(({ one: { text, language }, count }) => {
		const { file, position } = text.at(language);
		const texts = count === 1 ? '1 text' : `${count} texts`;
		const message = `${texts} in ${language} ${count === 1 ? 'is' : 'are'} older than the ${source}`;
		const remedy = 'translate anew; `npm run photos:check -- --translations` lists each';
		return problem('warning', file, position, message, remedy);
	});
}
