import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesIn } from '../../src/vite/made.ts';
import { serve, type Served } from '../../src/vite/serve.ts';
import { id3v2, mp3Frames, opus } from '../lib/server/recordings/made.ts';
import { exhibitionYaml } from '../lib/server/content/records.ts';
import { axe, launch, watchedPage } from '../support/browser.ts';
import { contentFolder, temporaryFolder } from '../support/folder.ts';
import { buildQuietly, chosen } from '../support/site.ts';

const free = 'consent: { status: not_needed }';
let site: string;
let browser: Browser;
let served: Served;

beforeAll(async () => {
	const photos = await contentFolder({
		'exhibition.yaml': exhibitionYaml('', 'en, tg'),
		'road/gallery.yaml': `title: { en: Road, tg: Роҳ }
photos:
  - { file: tea.jpg, title: { en: Tea, tg: Чой }, alt: { en: Tea, tg: Чой }, ${free}, audio: { tg: tea-spoken.mp3 }, transcript: { tg: Чойи гарм } }
  - { file: held.jpg, alt: { en: Held, tg: Held }, audio: { tg: held-spoken.mp3 }, transcript: { tg: Пинҳон } }
  - { text: { en: Words, tg: Сухан }, audio: { en: words-spoken.ogg } }
`,
		'road/tea.jpg': true,
		'road/held.jpg': true,
		'road/tea-spoken.mp3': Buffer.concat([id3v2(), mp3Frames(80)]),
		'road/held-spoken.mp3': mp3Frames(90),
		'road/words-spoken.ogg': opus(2),
		'stories/train.en.md': '---\ntitle: Train\naudio: train-spoken.mp3\n---\nText\n',
		'stories/train-spoken.mp3': mp3Frames(70),
		'stories/draft.en.md': '---\ntitle: Draft\nstatus: draft\naudio: draft-spoken.mp3\n---\nText\n',
		'stories/draft-spoken.mp3': mp3Frames(60),
	});
	site = join(await temporaryFolder(), 'site');
	const report = await buildQuietly(chosen(photos, site));
	expect(report.problems.filter(({ level }) => level === 'error')).toEqual([]);
	[browser, served] = [await launch(), await serve(site, 0)];
});
afterAll(async () => {
	await browser?.close();
	await served?.close();
});

describe('recordings of a site', () => {
	it('are there without a tag; of what is held nothing is, nor any name of a source', async () => {
		const sounds = readdirSync(join(site, 'media')).filter((name) => /\.(mp3|ogg|m4a)$/.test(name));
		expect(sounds.map((name) => name.replace(/^\w+/, '')).sort()).toEqual([
			...['.mp3', '.mp3', '.ogg'],
		]);
		for (const file of await filesIn(site)) {
			const text = readFileSync(join(site, file), 'latin1');
			expect([file, /PLANTED|-spoken|Пинҳон/.exec(text)?.[0]]).toEqual([file, undefined]);
		}
	});

	it('of a story are on its page', async () => {
		const { page } = await watchedPage(await browser.newContext(), served.address);
		await page.goto(`${served.address}tg/stories/train/`, { waitUntil: 'networkidle' });
		expect(await page.locator('.heard').ariaSnapshot()).toMatch(/English/);
		expect(await page.locator('audio').getAttribute('src')).toMatch(/media\/[0-9a-f]+\.mp3$/);
		await page.context().close();
	});

	it('are fetched when somebody wants to hear them, and are sound', async () => {
		const {
			page,
			faults,
			pictures: asked,
		} = await watchedPage(await browser.newContext(), served.address);
		await page.goto(`${served.address}en/galleries/road/tea/`, { waitUntil: 'networkidle' });
		const audio = page.locator('audio');
		expect(asked.filter((url) => url.endsWith('.mp3'))).toEqual([]);
		expect(await page.locator('.heard').ariaSnapshot()).toMatch(/caption read aloud \(Тоҷикӣ\)/);
		expect(await page.locator('.heard details').count()).toBe(1);
		expect(await page.locator('details', { hasText: 'Transcript' }).count()).toBe(1);
		const seconds = await audio.evaluate(async (one: HTMLAudioElement) => {
			one.muted = true;
			await one.play();
			return one.duration;
		});
		expect(seconds).toBeCloseTo((80 * 1152) / 44_100, 1);
		expect(await axe(page)).toEqual([]);
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it('stand beside wall texts and in the lightbox too', async () => {
		const { page, faults } = await watchedPage(await browser.newContext(), served.address);
		await page.goto(`${served.address}tg/galleries/road/`, { waitUntil: 'networkidle' });
		const play = (one: HTMLAudioElement) => {
			one.muted = true;
			return one.play().then(() => one.duration);
		};
		expect(await page.locator('main > * audio').evaluate(play)).toBeCloseTo(2, 0);
		await page.locator('a[data-photo="tea"] img').click();
		const heard = page.locator('dialog[open] audio');
		await heard.waitFor();
		expect(await heard.evaluate(play)).toBeGreaterThan(1.9);
		expect(faults).toEqual([]);
		await page.context().close();
	});
});
