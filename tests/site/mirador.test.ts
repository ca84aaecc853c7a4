import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve, type Served } from '../../src/vite/serve.ts';
import { launch } from '../support/browser.ts';
import { checkout } from '../support/corpus.ts';
import { contentFolder, smallPicture, temporaryFolder } from '../support/folder.ts';
import { buildQuietly, chosen, tinyExhibition } from '../support/site.ts';

const root = 'https://example.org/a/hall';
const bundle = join(checkout, 'node_modules/mirador/dist/mirador.min.js');
const shell = `<!doctype html><meta charset="utf-8"><style>#m { position: fixed; inset: 0 }</style>
<div id="m"></div><script src="mirador.js"></script>`;

let browser: Browser;
let served: Served;
/** Requests that nobody answered: to other hosts, or for what is not there. */
const unanswered: string[] = [];
/** Pictures that were answered, by their paths below the site. */
const shown = new Set<string>();

beforeAll(async () => {
	browser = await launch();
	const files = tinyExhibition();
	files['exhibition.yaml'] += `public_url: ${root}\n`;
	const pictures = ['first/tea', 'first/bread', 'second/door'].map(
		async (name) => [`${name}.jpg`, await smallPicture(name, 1500, 1000)] as const,
	);
	const folder = await contentFolder({
		...files,
		...Object.fromEntries(await Promise.all(pictures)),
	});
	const out = join(await temporaryFolder(), 'build');
	await buildQuietly(chosen(folder, out));
	served = await serve(out, 0, '/a/hall');
});
afterAll(async () => {
	await browser?.close();
	await served?.close();
});

/** A page at the exhibition's own address, with nothing but the viewer; no request leaves this computer. */
async function viewer(): Promise<Page> {
	const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
	await page.route('**', async (route) => {
		const { origin, pathname } = new URL(route.request().url());
		if (pathname === '/view/') return route.fulfill({ contentType: 'text/html', body: shell });
		if (pathname === '/view/mirador.js')
			return route.fulfill({ body: await readFile(bundle, 'utf8') });
		const answer = await fetch(new URL(pathname, served.address));
		if (origin !== 'https://example.org' || !answer.ok) {
			unanswered.push(route.request().url());
			return route.abort();
		}
		if (pathname.includes('/media/')) shown.add(pathname);
		const contentType = answer.headers.get('content-type') ?? undefined;
		return route.fulfill({ contentType, body: Buffer.from(await answer.arrayBuffer()) });
	});
	await page.goto('https://example.org/view/');
	return page;
}

async function open(page: Page, manifestId: string): Promise<void> {
	await page.evaluate((id) => {
		const { Mirador } = globalThis as unknown as { Mirador: { viewer(settings: object): void } };
		const windows = [{ manifestId: id, thumbnailNavigationPosition: 'far-bottom' }];
		Mirador.viewer({ id: 'm', windows, window: { sideBarOpen: true } });
	}, manifestId);
}

/** Red, green and blue in the middle of what the viewer has painted; none while it has painted nothing. */
async function painted(page: Page): Promise<number[]> {
	return page.evaluate(() => {
		const canvas = document.querySelector<HTMLCanvasElement>('.openseadragon-canvas canvas');
		const context = canvas?.getContext('2d');
		if (!canvas || !context) return [];
		return [...context.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data].slice(0, 3);
	});
}

/** The same of the picture itself: each has one colour all over. */
async function colourOf(id: string): Promise<number[]> {
	const { data } = await sharp(await smallPicture(`first/${id}`))
		.raw()
		.toBuffer({ resolveWithObject: true });
	return [...data.subarray(0, 3)];
}

/** A picture was encoded twice, and the viewer draws it again: colours are a little off. */
async function expectPainted(page: Page, id: string): Promise<void> {
	const wanted = await colourOf(id);
	const far = async () => {
		const found = await painted(page);
		return Math.max(...wanted.map((part, at) => Math.abs(part - (found[at] ?? 999))));
	};
	await expect.poll(far, { timeout: 20_000, message: id }).toBeLessThan(6);
}

it('Mirador opens the manifest of a gallery and paints its pictures', async () => {
	const page = await viewer();
	await open(page, `${root}/iiif/first/manifest.json`);
	await page.getByRole('heading', { name: 'First' }).first().waitFor();
	await page.getByText('A tea.jpg').first().waitFor();
	await expectPainted(page, 'tea');
	await page.getByRole('button', { name: 'Next item' }).first().click();
	await expectPainted(page, 'bread');
	expect(shown.size).toBeGreaterThanOrEqual(2);
	expect(unanswered).toEqual([]);
	await page.close();
});

it('Mirador opens the collection and offers its galleries', async () => {
	const page = await viewer();
	await open(page, `${root}/iiif/collection.json`);
	await page.getByRole('button', { name: 'Show collection' }).click();
	await page.getByText('Second').first().click();
	await page.getByText('A door.jpg').first().waitFor();
	expect(unanswered).toEqual([]);
	await page.close();
});
