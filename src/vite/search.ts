import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { Exhibition } from '../lib/model.ts';
import { recordsOf } from '../lib/search/records.ts';
import { Refusal } from './refusal.ts';

/** What a page of ours fetches; Pagefind also writes interfaces of its own, and a worker. */
const used = /^(pagefind\.js|pagefind-entry\.json|wasm\..+|.+\.pf_\w+)$/;

/**
 * Makes the search index of a published exhibition, one for each language, in `pagefind/` of the site.
 * The records go in one by one: in the same order, they give the same bytes.
 *
 * @throws {Refusal} where the program that makes it is not installed
 */
export async function makeSearch(exhibition: Exhibition, site: string): Promise<void> {
	try {
		const index = await opened();
		for (const lang of exhibition.languages) await fill(index, exhibition, lang);
		const { files, errors } = await index.getFiles();
		refuse(errors);
		for (const { path, content } of files.filter(({ path }) => used.test(path))) {
			const place = join(site, 'pagefind', path);
			await mkdir(dirname(place), { recursive: true });
			await writeFile(place, content);
		}
	} finally {
		await close();
	}
}

async function opened(): Promise<PagefindIndex> {
	const { index, errors } = await createIndex().catch((error: Error) => {
		throw new Refusal(`the search index cannot be made (${error.message})`, 'run `npm ci`', 1);
	});
	refuse(errors);
	if (!index) throw new Error('Pagefind gave no index');
	return index;
}

async function fill(index: PagefindIndex, exhibition: Exhibition, lang: string): Promise<void> {
	for (const { url, content, finding } of recordsOf(exhibition, lang)) {
		const meta = { finding: JSON.stringify(finding) };
		const { errors } = await index.addCustomRecord({
			url,
			content,
			language: lang.toLowerCase(),
			meta,
		});
		refuse(errors);
	}
}

function refuse(errors: readonly string[]): void {
	if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
