import type { Json } from '../../contract/operations.ts';
import { isMap, textIn } from '../read.ts';

/** People and photographers as the exhibition's file lists them: their key, and what they are called. */
export function named(list: Json | undefined, lang: string, source: string): [string, string][] {
	if (!isMap(list)) return [];
	return Object.entries(list).map(([key, one]) => {
		const name = isMap(one) ? one.name : undefined;
		const plain = typeof name === 'string' ? name : '';
		return [key, textIn(name, lang, source) || textIn(name, source, source) || plain || key];
	});
}

export function listOf(value: Json | undefined): string[] {
	return Array.isArray(value) ? value.map(String) : [];
}

/** Commas of every script part them. */
export function fromCommas(text: string): string[] | undefined {
	const all = text.split(/[,،;]/).map((one) => one.trim());
	const some = [...new Set(all.filter(Boolean))];
	return some.length ? some : undefined;
}
