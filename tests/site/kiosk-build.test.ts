import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesIn } from '../../src/vite/made.ts';
import { tracesIn } from '../../src/vite/traces.ts';
import { temporaryFolder } from '../support/folder.ts';
import { hallFiles, hallFolder } from '../support/hall.ts';
import { buildQuietly, chosen, contentsOf } from '../support/site.ts';

let kiosk: string;
let web: string;

beforeAll(async () => {
	const folder = await hallFolder();
	[kiosk, web] = [join(await temporaryFolder(), 'k'), join(await temporaryFolder(), 'w')];
	const built = await buildQuietly(chosen(folder, kiosk, { channel: 'kiosk' }));
	expect(built.problems.filter(({ level }) => level === 'error')).toEqual([]);
	expect(built.photos.held.map(({ id }) => id).sort()).toEqual(['gone', 'over', 'web-only']);
	await buildQuietly(chosen(folder, web));
});

const textsOf = async (site: string, pattern: RegExp) =>
	(await filesIn(site))
		.filter((file) => pattern.test(file))
		.map((file) => [file, readFileSync(join(site, file), 'utf8')] as const);

describe('a kiosk and the web site of one exhibition', () => {
	it('each have what the consent reaches, and not a word of the rest', async () => {
		const words = async (site: string, id: string) =>
			(await tracesIn(site, [`Title of ${id}`, `Alt of ${id}`])).found.length > 0;
		for (const id of ['both', 'noted', 'ends', 'door'])
			expect([id, await words(kiosk, id), await words(web, id)]).toEqual([id, true, true]);
		for (const id of ['over', 'gone'])
			expect([id, await words(kiosk, id), await words(web, id)]).toEqual([id, false, false]);
		expect([await words(kiosk, 'hall-only'), await words(web, 'web-only')]).toEqual([true, true]);
		expect((await tracesIn(web, ['hall-only'])).found).toEqual([]);
		// The list of what has to go from older copies names it, and nothing that is shown.
		const { found } = await tracesIn(kiosk, ['web-only']);
		expect(found.map(({ file }) => file)).toEqual(['.nigoh-taken-off']);
	});

	it('have files as wide as each may have', async () => {
		const widths = async (site: string) =>
			(await filesIn(site)).flatMap((file) => /^media\/.*-(\d{4})\.avif$/.exec(file)?.[1] ?? []);
		expect(new Set(await widths(kiosk))).toEqual(new Set(['1280', '2048', '3840', '6000']));
		expect(new Set(await widths(web))).toEqual(new Set(['1280', '2048', '3840']));
	});
});

describe('a kiosk’s build', () => {
	it('has nothing that only other programs read, and no index for a search', async () => {
		const all = await filesIn(kiosk);
		const foreign =
			/feed|sitemap|robots|exhibition\.(schema\.)?json|manifest\.json$|info\.json$|pagefind/;
		expect(all.filter((file) => foreign.test(file))).toEqual([]);
		expect((await filesIn(web)).filter((file) => foreign.test(file)).length).toBeGreaterThan(8);
		expect(all).toContain('manifest.webmanifest');
		const cards = (one: string[]) => one.filter((file) => /^media\/.*-1200\.jpg$/.test(file));
		expect([cards(all), cards(await filesIn(web)).length]).toEqual([[], 2]);
		const marks =
			/property="og:|name="twitter:|ld\+json|schema\.org|hreflang="x-default"|atom\+xml/;
		for (const [file, text] of await textsOf(kiosk, /\.html$|__data\.json$/))
			expect(text, file).not.toMatch(marks);
		expect(readFileSync(join(web, 'en/index.html'), 'utf8')).toMatch(marks);
	});

	it('has nowhere to write, in a page or in what a script makes of it', async () => {
		const fields = /<(input|textarea)\b|contenteditable/i;
		const made = await textsOf(kiosk, /\.(html|js)$/);
		expect(made.length).toBeGreaterThan(60);
		expect(made.filter(([, text]) => fields.test(text)).map(([file]) => file)).toEqual([]);
		expect((await textsOf(web, /\.js$/)).some(([, text]) => fields.test(text))).toBe(true);
	});

	it('has addresses and numbers as words, and links to the web as links', async () => {
		const links = /href="(mailto|tel):|href=\\"(mailto|tel):/;
		for (const [file, text] of await textsOf(kiosk, /\.html$|__data\.json$/))
			expect(text, file).not.toMatch(links);
		const about = readFileSync(join(kiosk, 'en/about/index.html'), 'utf8');
		expect(about).toContain('+992 37 1');
		expect(about).toContain([...'mission@'].map((letter) => `&#${letter.charCodeAt(0)};`).join(''));
		expect(readFileSync(join(web, 'en/about/index.html'), 'utf8')).toMatch(links);
		const story = readFileSync(join(kiosk, 'en/stories/train/index.html'), 'utf8');
		expect(story).toContain('href="https://example.com/"');
		expect(story).toContain([...'story@'].map((letter) => `&#${letter.charCodeAt(0)};`).join(''));
	});

	it('lets recordings be heard, and not be taken', () => {
		const file = 'fa/galleries/road/both/index.html';
		const audio = (site: string) =>
			/<audio[^>]*>/.exec(readFileSync(join(site, file), 'utf8'))?.[0];
		expect(audio(kiosk)).toContain(' controlslist="nodownload noplaybackrate ');
		expect(audio(web)).toContain(' controls');
		expect(audio(web)).not.toContain('controlslist');
	});

	it('sends no form and shows nobody else’s page', () => {
		const policy = /frame-src 'none'.*form-action 'none'/;
		expect(readFileSync(join(kiosk, 'en/index.html'), 'utf8')).toMatch(policy);
		const page = readFileSync(join(web, 'en/index.html'), 'utf8');
		expect(page).toMatch(/form-action 'self'/);
		expect(page).not.toMatch(policy);
	});

	it('says where it is on the web, for the codes', () => {
		const page = readFileSync(join(kiosk, 'en/galleries/road/both/index.html'), 'utf8');
		expect(page).toContain(
			'<link rel="canonical" href="https://example.org/hall/en/galleries/road/both/"',
		);
	});

	it('is the same each time, byte for byte', async () => {
		const again = join(await temporaryFolder(), 'again');
		await buildQuietly(chosen(await hallFolder(), again, { channel: 'kiosk' }));
		const [first, second] = [await contentsOf(kiosk), await contentsOf(again)];
		expect(second).toEqual(first);
	});
});

it('an address of the house stops a kiosk’s build, and nothing is put in its place', async () => {
	const yaml = hallFiles['exhibition.yaml'].replace(
		'https://example.org/hall/',
		'http://10.1.2.3/',
	);
	const local = await hallFolder({ 'exhibition.yaml': yaml });
	const out = join(await temporaryFolder(), 'out');
	const { problems } = await buildQuietly(chosen(local, out, { channel: 'kiosk' }));
	const [error, ...more] = problems.filter(({ level }) => level === 'error');
	expect(error).toMatchObject({ file: 'exhibition.yaml', line: 4, column: 13 });
	expect([more, existsSync(out)]).toEqual([[], false]);
});
