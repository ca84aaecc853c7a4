import type { Words } from '../words-model.ts';
import { translator, type Interface, type Messages } from './interface.ts';

const files = import.meta.glob<Messages>(['./messages/*.json', './pages/*.json'], {
	import: 'default',
});

/** Languages that the interface speaks. */
const spoken = new Set(Object.keys(files).map((path) => path.replace(/^.*\/|\.json$/g, '')));

/**
 * The interface in the page's language, else in the exhibition's source language, else in English.
 *
 * @param isWhole with the long texts too, which most pages do without
 * @param corrections by language, as the exhibition has them
 */
export async function loadInterface(
	lang: string,
	source: string,
	isWhole = false,
	corrections: Readonly<Record<string, Words>> = {},
): Promise<Interface> {
	const base = (tag: string) => tag.replace(/-.*/, '');
	const candidates = [lang, base(lang), source, base(source)];
	const used = candidates.find((candidate) => spoken.has(candidate)) ?? 'en';
	const [common, long] = await Promise.all([
		load('messages', used),
		isWhole ? load('pages', used) : {},
	]);
	return translator(used, { ...common, ...long, ...(corrections[used] as Messages) });
}

async function load(part: 'messages' | 'pages', lang: string): Promise<Messages> {
	return (await files[`./${part}/${lang}.json`]?.()) ?? {};
}
