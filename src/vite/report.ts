import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../lib/server/content/problems.ts';
import { writeWhole } from '../lib/server/content/write.ts';
import type { Options } from './options.ts';

/** `.exhibition/report.json`, as the product's description names its fields. */
export interface Report {
	version: 1;
	as_of: string;
	seconds: { check: number; pictures: number; pages: number; search: number; swap: number };
	photos: {
		published: number;
		held: { id: string; reason: string }[];
		left_out: { file: string; reason: string }[];
	};
	/** Files of pictures; `tiles` of those that were made or reused are tiles. */
	renditions: {
		made: number;
		reused: number;
		removed: number;
		tiles: number;
		bytes: number;
		megapixels: number;
	};
	pages: { count: number; bytes: number };
	memory_mb: { pictures: number; site: number };
	problems: readonly Problem[];
	next_due: string | null;
}

export function emptyReport(asOf: string): Report {
	return {
		version: 1,
		as_of: asOf,
		seconds: { check: 0, pictures: 0, pages: 0, search: 0, swap: 0 },
		photos: { published: 0, held: [], left_out: [] },
		renditions: { made: 0, reused: 0, removed: 0, tiles: 0, bytes: 0, megapixels: 0 },
		pages: { count: 0, bytes: 0 },
		memory_mb: { pictures: 0, site: 0 },
		problems: [],
		next_due: null,
	};
}

/** The program's own folder inside the content folder, which git passes over. */
export async function ownFolder(exhibition: string): Promise<string> {
	const folder = join(exhibition, '.exhibition');
	// Not with its parents: a content folder that vanished must not come back empty.
	await mkdir(folder).catch(unlessExists);
	await writeFile(join(folder, '.gitignore'), '*\n', { flag: 'wx' }).catch(unlessExists);
	return folder;
}

function unlessExists(error: NodeJS.ErrnoException): void {
	if (error.code !== 'EEXIST') throw error;
}

export async function writeReport(exhibition: string, report: Report): Promise<void> {
	const text = `${JSON.stringify(report, null, '\t')}\n`;
	await writeWhole(join(await ownFolder(exhibition), 'report.json'), text);
}

/** What is said of a preview is not what holds of the site. */
export async function keepReport(
	{ exhibition, preview }: Pick<Options, 'exhibition' | 'preview'>,
	report: Report,
): Promise<void> {
	if (!preview) await writeReport(exhibition, report);
}
