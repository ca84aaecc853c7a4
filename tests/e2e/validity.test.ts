import { execFile, spawnSync } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../src/vite/serve.ts';
import { filesIn } from '../../src/vite/made.ts';
import { axe, launch } from '../support/browser.ts';
import { checkout } from '../support/corpus.ts';
import { temporaryFolder } from '../support/folder.ts';
import { deadLinks } from '../support/links.ts';
import { kinds, sampleSite } from '../support/sample.ts';
import { buildInTurn, chosen } from '../support/site.ts';

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
	await buildInTurn(chosen(photos, out, { cache }));
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

/** Its path. */
const vnu = createRequire(import.meta.url)('vnu-jar') as string;
const hasJava = spawnSync('java', ['-version']).status === 0;

/** Errors of the Nu HTML checker. It does not know the newest of CSS, which the browserslist lint holds. */
async function nuFaultsOf(site: string): Promise<string[]> {
	const args = [
		'-jar',
		vnu,
		'--skip-non-html',
		'--errors-only',
		'--format',
		'gnu',
		'--stdout',
		site,
	];
	const run = promisify(execFile)('java', args, { maxBuffer: 1e8 });
	// It exits with 1 where there is an error.
	const { stdout } = await run.catch((error: { stdout: string }) => error);
	return stdout.split('\n').filter((line) => line !== '' && !line.includes('error: CSS:'));
}

/** What axe objects to on a page of each kind, in one language. */
async function objectionsIn(site: string, lang: string): Promise<string[]> {
	const browser = await launch();
	const served = await serve(site, 0);
	const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
	await page.route('**/media/*', (route) => route.abort());
	const found: string[] = [];
	for (const path of Object.values(kinds)) {
		await page.goto(`${served.address}${lang}/${path}`);
		found.push(...(await axe(page)));
	}
	await browser.close();
	await served.close();
	return found;
}

describe.each(['four languages', 'five, under a sub-path'])('the sample in %s', (which) => {
	let site: string;
	beforeAll(async () => {
		site = which === 'four languages' ? sampleSite() : await withKyrgyz();
	}, 900_000);

	it('is valid HTML on every page', async () => expect(await faultsOf(site)).toEqual([]));

	it.skipIf(!hasJava)('has no error for the Nu HTML checker', { timeout: 300_000 }, async () =>
		expect(await nuFaultsOf(site)).toEqual([]),
	);

	it.skipIf(which === 'four languages')('has nothing that axe objects to in Kyrgyz', async () =>
		expect(await objectionsIn(site, 'ky')).toEqual([]),
	);

	it('leads nowhere that is not there, at a root and under a sub-path', async () => {
		const [own, other] = which === 'four languages' ? ['/', '/a/hall/'] : ['/a/hall/', '/'];
		expect(await deadLinks(site, own)).toEqual([]);
		// What is shown for a missing page may be shown at any depth: it knows one place only.
		const elsewhere = await deadLinks(site, other);
		expect(elsewhere.filter((link) => !link.startsWith('404.html'))).toEqual([]);
	});
});
