import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesIn } from '../../src/vite/made.ts';
import { checkout } from '../support/corpus.ts';
import { temporaryFolder } from '../support/folder.ts';
import { deadLinks } from '../support/links.ts';
import { sampleSite } from '../support/sample.ts';
import { buildQuietly, chosen } from '../support/site.ts';

/** The sample in a language more, in which nothing of it is written. */
async function withKyrgyz(): Promise<string> {
	const place = await temporaryFolder();
	const photos = join(place, 'photos');
	await cp(join(checkout, 'photos'), photos, {
		recursive: true,
		filter: (path) => !path.includes('.exhibition'),
	});
	const file = join(photos, 'exhibition.yaml');
	const text = await readFile(file, 'utf8');
	const languages = 'languages: [en, tg, ru, fa]';
	expect(text).toContain(languages);
	await writeFile(
		file,
		text.replace(
			languages,
			'languages: [en, tg, ru, fa, ky]\npublic_url: https://exhibition.example.org/a/hall',
		),
	);
	const out = join(place, 'build');
	const cache = join(checkout, 'photos/.exhibition/cache');
	await buildQuietly(chosen(photos, out, { cache }));
	return out;
}

const validator = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:standard'] }));

async function faultsOf(site: string): Promise<string[]> {
	const pages = (await filesIn(site)).filter((file) => file.endsWith('.html'));
	expect(pages.length).toBeGreaterThan(150);
	const found: string[] = [];
	for (const page of pages) {
		const { results } = await validator.validateString(await readFile(join(site, page), 'utf8'));
		const messages = results.flatMap((result) => result.messages);
		found.push(
			...messages.map(({ line, ruleId, message }) => `${page}:${line} ${ruleId}: ${message}`),
		);
	}
	return found;
}

describe.each(['four languages', 'five, under a sub-path'])('the sample in %s', (which) => {
	let site: string;
	beforeAll(async () => {
		site = which === 'four languages' ? sampleSite() : await withKyrgyz();
	}, 300_000);

	it('is valid HTML on every page', async () => expect(await faultsOf(site)).toEqual([]));

	it('leads nowhere that is not there, at a root and under a sub-path', async () => {
		const [own, other] = which === 'four languages' ? ['/', '/a/hall/'] : ['/a/hall/', '/'];
		expect(await deadLinks(site, own)).toEqual([]);
		// What is shown for a missing page may be shown at any depth: it knows one place only.
		const elsewhere = await deadLinks(site, other);
		expect(elsewhere.filter((link) => !link.startsWith('404.html'))).toEqual([]);
	});
});
