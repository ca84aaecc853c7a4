import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../durable.ts';
import type { ReleaseFile } from '../release/format.ts';
import type { Kept } from '../release/kept.ts';
import { placesIn, siteIn } from '../release/layout.ts';
import type { Offer } from './check.ts';
import { fetchFile } from './fetch-file.ts';

/**
 * Fetches a damaged file anew.
 *
 * @returns what puts it into its place; undefined where no source has it
 */
export async function mended(
	root: string,
	{ folder }: Kept,
	file: ReleaseFile,
	offers: readonly Offer[],
): Promise<(() => Promise<void>) | undefined> {
	const has = ({ release }: Offer) => release.files.some(({ sha256 }) => sha256 === file.sha256);
	const offer = offers.find(has);
	if (!offer) return undefined;
	// Beside the state: what a power cut leaves of it does no harm, and the next goes on with it.
	const part = join(placesIn(root).state, `mending-${file.sha256}`);
	await fetchFile(offer.source, file, part);
	return async () => {
		const path = join(siteIn(folder), file.path);
		await mkdir(dirname(path), { recursive: true });
		await rename(part, path);
		await syncFolder(dirname(path));
	};
}
