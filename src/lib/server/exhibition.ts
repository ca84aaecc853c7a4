import { readFile } from 'node:fs/promises';
import type { Exhibition } from '../model.ts';

let memo: Promise<Exhibition> | undefined;

/**
 * The published exhibition, read once per process. The build command leaves it as a file
 * (NIGOH_SNAPSHOT), so that every page is made from the same reading.
 */
export function published(): Promise<Exhibition> {
	return (memo ??= read());
}

async function read(): Promise<Exhibition> {
	const snapshot = process.env.NIGOH_SNAPSHOT;
	if (!snapshot)
		throw new Error('NIGOH_SNAPSHOT is not set: use `npm run build` or `npm run dev`.');
	return JSON.parse(await readFile(snapshot, 'utf8')) as Exhibition;
}
