import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subset from 'subset-font';
import type { Plugin } from 'vite';
import { exists } from '../lib/server/content/exists.ts';
import { faces, type Face } from './typefaces.ts';

/** Kerning, ligatures, forms that a language or a neighbouring letter asks for, digits of equal width. */
const features = 'kern liga locl ccmp calt mark mkmk rlig init medi fina isol tnum lnum';

/**
 * Makes the typefaces of the pages, `fonts.css` and its files, in `.svelte-kit/nigoh/fonts` (in the
 * code `$fonts`): whole ones would be six times as large. Made once; nothing is fetched.
 */
export function fonts(): Plugin {
	return {
		name: 'nigoh-fonts',
		async configResolved({ root }) {
			if (!process.env.VITEST) await makeFonts(root);
		},
	};
}

export async function makeFonts(checkout: string): Promise<void> {
	const folder = join(checkout, '.svelte-kit', 'nigoh', 'fonts');
	await mkdir(folder, { recursive: true });
	const rules = faces.map(async (face) => ruleOf(face, await makeFace(checkout, folder, face)));
	await writeIfOther(join(folder, 'fonts.css'), (await Promise.all(rules)).join('\n'));
}

/** Returns the name of its file, which changes with what it is made from. */
async function makeFace(checkout: string, folder: string, face: Face): Promise<string> {
	const source = await readFile(
		join(checkout, 'node_modules', '@fontsource-variable', face.source),
	);
	const recipe = createHash('sha256')
		.update(source)
		.update(JSON.stringify([face, features]));
	const file = `${face.name}.${recipe.digest('hex').slice(0, 8)}.woff2`;
	if (await exists(join(folder, file))) return file;
	const data = await subset(source, textOf(face), {
		targetFormat: 'woff2',
		keepFeatures: features.split(' '),
		variationAxes: { wght: face.weight },
	});
	await writeFile(join(folder, file), data);
	return file;
}

function textOf({ letters }: Face): string {
	const runs = letters.map(([first, last]) =>
		Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)),
	);
	return runs.flat().join('');
}

/** `optional`: a typeface that comes late is kept for the next page, for a text must not move under a reader. */
function ruleOf({ family, weight, letters }: Face, file: string): string {
	const hex = (code: number) => code.toString(16).toUpperCase();
	const runs = letters.map(([first, last]) =>
		first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`,
	);
	return `@font-face {
	font-family: '${family}';
	font-weight: ${weight};
	font-display: optional;
	src: url('./${file}') format('woff2');
	unicode-range: ${runs.join(', ')};
}`;
}

/** A development server would load every page again for a file that is written anew. */
async function writeIfOther(path: string, text: string): Promise<void> {
	const before = await readFile(path, 'utf8').catch(() => '');
	if (before !== text) await writeFile(path, text);
}
