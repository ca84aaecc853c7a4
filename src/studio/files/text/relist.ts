import type { Json } from '../../contract/operations.ts';
import { chunkFor } from './item-text.ts';
import { readList, writeList, type Chunk } from './list-text.ts';
import { isEqual } from './value.ts';

/**
 * The text with other items in a list of lines: those that are the same stay as they are written, comments
 * and all. Undefined where the list is not one of lines, or would hold nothing.
 */
export function relisted(
	text: string,
	key: string,
	before: readonly Json[],
	after: readonly Json[],
): string | undefined {
	const list = readList(text, key);
	if (list?.kind !== 'block' || after.length === 0) return undefined;
	const free: (Chunk | undefined)[] = [...list.chunks];
	const chunks = after.map((item) => {
		const index = before.findIndex((one, at) => free[at] && isEqual(one, item));
		const found = free[index];
		free[index] = undefined;
		return found;
	});
	const written = chunks.map((chunk, at) => {
		if (chunk) return chunk;
		// Changed in its place: what is noted above it is noted of it still.
		return { ...chunkFor(after[at]!, undefined, list), lead: free[at]?.lead ?? '' };
	});
	const gaps = written.map((_, at) => list.gaps[at] ?? '');
	const rest = list.gaps.slice(written.length).join('');
	return writeList({ ...list, chunks: written, gaps, after: rest + list.after });
}
