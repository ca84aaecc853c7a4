import { readFile } from 'node:fs/promises';
import type { Exhibition } from '../model.ts';

let memo: Promise<Exhibition> | undefined;

/**
 * The published exhibition: all that the routes see of the content. The build command leaves it as
 * a file (NIGOH_SNAPSHOT), read once, so that every page is made from the same reading; in
 * development it is read anew after each change.
 */
export function published(): Promise<Exhibition> {
	return globalThis.nigohLive?.() ?? (memo ??= read());
}

async function read(): Promise<Exhibition> {
	const snapshot = process.env.NIGOH_SNAPSHOT;
	if (!snapshot)
		throw new Error('NIGOH_SNAPSHOT is not set: use `npm run build` or `npm run dev`.');
	return JSON.parse(await readFile(snapshot, 'utf8')) as Exhibition;
}
