import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Level } from '../../../../src/lib/server/content/problems.ts';

/** One kind of mistake in the exhibition of `mistakes/folder/`, where `{{kind}}` stands for it. */
export interface Mistake {
	level: Level;
	/** The text in the file, and the text that the remedy asks for. */
	bad: string;
	good: string;
	/** Where the problem is told, if not in the file that holds the mistake. */
	file?: string;
	/** Lines from the beginning of the bad text to the one that is named. */
	down?: number;
	/** `start`: the problem is one of the whole file. */
	at?: 'start';
	/** Patterns of what is said. */
	says: string;
	remedy: string;
}

const here = join(import.meta.dirname, 'mistakes');
const read = (path: string) => readFileSync(join(here, path), 'utf8');

export const mistakes = parse(read('mistakes.yaml')) as Readonly<Record<string, Mistake>>;

export const files: Readonly<Record<string, string>> = Object.fromEntries(
	readdirSync(join(here, 'folder'), { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(yaml|md)$/.test(name))
		.map((name) => [name.replaceAll('\\', '/'), read(`folder/${name}`)]),
);

/** Pictures of the exhibition; those that a mistake leaves out or empties, with its kind. */
export const pictures: Readonly<Record<string, string | true>> = {
	...Object.fromEntries(
		Object.entries(files).flatMap(([name, text]) =>
			[...text.matchAll(/file: ([\w-]+\.jpg)/g)].map(([, file]) => [
				name.replace('gallery.yaml', file ?? ''),
				true,
			]),
		),
	),
	'road/window.jpg': 'missing file',
	'work/empty.jpg': 'empty picture',
	'work/lonely.jpg': true,
};

export function mistakeOf(kind: string): Mistake {
	const mistake = mistakes[kind];
	if (!mistake) throw new Error(`no mistake is called "${kind}"`);
	return mistake;
}

/** A file of the exhibition, with the mistakes but those that are mended. */
export function filled(text: string, isMended: (kind: string) => boolean): string {
	return text.replace(/\{\{([^{}]+)\}\}/g, (_, kind: string) => {
		const { bad, good } = mistakeOf(kind);
		return isMended(kind) ? good : bad;
	});
}
