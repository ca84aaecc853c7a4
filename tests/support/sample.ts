import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exists } from '../../src/lib/server/content/exists.ts';
import { checkout } from './corpus.ts';
import { buildQuietly, chosen } from './site.ts';

export const languages = ['en', 'tg', 'ru', 'fa'] as const;

/** One page of each kind, below a language. */
export const kinds = {
	entrance: '',
	gallery: 'galleries/road/',
	photo: 'galleries/road/tea-by-the-train-window/',
	photographer: 'photographers/nigoh/',
	about: 'about/',
	withdrawal: 'in-this-picture/',
} as const;

/** The sample exhibition as a built site, made by the first test that asks for it. */
export async function sampleSite(): Promise<string> {
	const site = join(tmpdir(), 'sample-site');
	if (!(await exists(site))) await buildQuietly(chosen(join(checkout, 'photos'), site));
	return site;
}
