import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFonts } from '../vite/fonts.ts';

/** The site's own typefaces as rules that hold their files, so that a sheet is one file. */
export async function embeddedFonts(checkout: string): Promise<string> {
	await makeFonts(checkout);
	const folder = join(checkout, '.svelte-kit', 'nigoh', 'fonts');
	const rules = await readFile(join(folder, 'fonts.css'), 'utf8');
	const names = [...rules.matchAll(/url\('\.\/([^']+)'\)/g)].map(([, name = '']) => name);
	const files = await Promise.all(
		names.map(async (name) => [name, await readFile(join(folder, name), 'base64')] as const),
	);
	return files.reduce(
		(css, [name, data]) => css.replace(`./${name}`, `data:font/woff2;base64,${data}`),
		// A page may do without a typeface that comes late; paper waits for it.
		rules.replaceAll('font-display: optional', 'font-display: block'),
	);
}
