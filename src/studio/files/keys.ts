import type { Json } from '../contract/operations.ts';
import { shaOf } from './disk.ts';
import { isMap, own } from './text/value.ts';

/** Which photo a file's name in a gallery's folder stands for. */
export type IdOf = (name: string) => string | undefined;

/**
 * Names of what a list holds, each once: a photo's id, a section's; a wall text goes by what it says, as
 * nothing else of it is its own.
 */
export function keysOf(items: readonly Json[], idOf: IdOf): string[] {
	const seen = new Map<string, number>();
	return items.map((item) => {
		const key = keyOf(item, idOf);
		const times = (seen.get(key) ?? 0) + 1;
		seen.set(key, times);
		return times > 1 ? `${key}-${times}` : key;
	});
}

function keyOf(item: Json, idOf: IdOf): string {
	const [id, ref, file] = ['id', 'ref', 'file'].map((key) => own(item, key));
	if (typeof id === 'string') return id;
	if (typeof ref === 'string' && file === undefined) return ref;
	const known = typeof file === 'string' ? idOf(file.normalize('NFC')) : undefined;
	if (known) return known;
	const kind = isMap(item) && 'text' in item && file === undefined ? 'text' : 'item';
	return `${kind}-${shaOf(JSON.stringify(item)).slice(0, 8)}`;
}
