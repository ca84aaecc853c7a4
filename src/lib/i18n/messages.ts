import { translator, type Interface, type Messages } from './interface.ts';

const files = import.meta.glob<Messages>('./messages/*.json', { import: 'default' });

/** Languages that the interface speaks. */
const spoken = new Set(Object.keys(files).map((path) => path.replace(/^.*\/|\.json$/g, '')));

/** The interface in the page's language, else in the exhibition's source language, else in English. */
export async function loadInterface(lang: string, source: string): Promise<Interface> {
	const base = (tag: string) => tag.replace(/-.*/, '');
	const candidates = [lang, base(lang), source, base(source)];
	const used = candidates.find((candidate) => spoken.has(candidate)) ?? 'en';
	return translator(used, await load(used));
}

async function load(lang: string): Promise<Messages> {
	return (await files[`./messages/${lang}.json`]?.()) ?? {};
}
