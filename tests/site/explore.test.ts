import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesIn } from '../../src/vite/made.ts';
import { tracesIn } from '../../src/vite/traces.ts';
import { contentFolder, temporaryFolder } from '../support/folder.ts';
import { buildQuietly, chosen } from '../support/site.ts';

const content = {
	'exhibition.yaml': `format: 1
title: { en: Hall, uz-Latn: Zal }
languages: [en, uz-Latn]
galleries: [first]
people:
  mariam: { name: { en: Mariam }, name_changed: true, linkable: true }
  zarina: { name: { en: Zarinachanged }, name_changed: true }
`,
	'first/gallery.yaml': `title: { en: First }
photos:
  - file: tea.jpg
    title: { en: Tea }
    alt: { en: A glass of tea }
    keywords: [kettle]
    people: [mariam, zarina]
    place: { country: TJ, city: { en: Nearcity }, point: [38.561234, 68.771234], precision: country }
    consent: { status: given, scope: [web], given_on: 2026-01-01, identifiable: yes }
  - file: fist.jpg
    title: { en: A fist }
    alt: { en: ALTSECRET of a fist }
    caption: { en: CAPTIONSECRET }
    keywords: [keywordsecret, kettle]
    place: { country: KZ, precision: country }
    warnings: [{ kind: violence }]
    consent: { status: not_needed }
`,
	'first/tea.jpg': true,
	'first/fist.jpg': true,
} as const;

let out: string;
let files: string[];
beforeAll(async () => {
	out = join(await temporaryFolder(), 'build');
	await buildQuietly(chosen(await contentFolder(content), out));
	files = await filesIn(out);
}, 300_000);

const values = (facet: string) => {
	const pattern = new RegExp(`^en/explore/${facet}/([^/]+)/index\\.html$`);
	return files.flatMap((file) => pattern.exec(file)?.[1] ?? []);
};

describe('explore', () => {
	it('has a page of those people alone whose pictures may be joined', () => {
		expect(values('person')).toEqual(['mariam']);
	});

	it('has no page, list, spot or record of what only stands behind a content note', async () => {
		expect(values('theme')).toEqual(['kettle']);
		expect(values('place')).toEqual(['tj']);
		const page = await readFile(join(out, 'en/explore/index.html'), 'utf8');
		expect(page).not.toMatch(/keywordsecret|Kazakhstan/i);
		expect(page.match(/<circle/g)).toHaveLength(1);
		const secrets = ['captionsecret', 'altsecret', 'keywordsecret', 'CAPTIONSECRET', 'fist/'];
		expect((await tracesIn(join(out, 'pagefind'), secrets)).found).toEqual([]);
	});

	it('says nothing of a place that is finer than it may be known', async () => {
		const { found } = await tracesIn(out, ['Nearcity', 'nearcity', '38.56', '68.77']);
		expect(found).toEqual([]);
	});

	it('joins nobody in the search whose pictures may not be joined', async () => {
		const { found } = await tracesIn(join(out, 'pagefind'), ['zarinachanged', 'Zarinachanged']);
		expect(found).toEqual([]);
		const linked = await tracesIn(join(out, 'pagefind'), ['mariam']);
		expect(linked.found.length).toBeGreaterThan(0);
	});

	it('has an index of each language under the tag that a page asks for', async () => {
		const entry = await readFile(join(out, 'pagefind/pagefind-entry.json'), 'utf8');
		const { languages } = JSON.parse(entry) as { languages: Record<string, unknown> };
		expect(Object.keys(languages)).toEqual(['en', 'uz-latn']);
	});

	it('ships of Pagefind what its pages fetch, and no interface of its own', () => {
		const own = files.filter((file) => file.startsWith('pagefind/'));
		expect(own.filter((file) => /\.(css|js)$/.test(file))).toEqual(['pagefind/pagefind.js']);
	});

	it('lists every file of the index as its own', async () => {
		const listed = (await readFile(join(out, '.nigoh'), 'utf8')).split('\n');
		for (const file of files.filter((one) => one.startsWith('pagefind/')))
			expect(listed).toContain(file);
	});
});
