import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { cell } from '../support/studio/hand.ts';
import { studioOn, type OpenedStudio } from '../support/studio/opened.ts';
import { deskOf } from './parts/desk-of.ts';
import { framesSeen, scroll, watchFrames } from './parts/frames.ts';
import { areShown, studioStarts } from './parts/studio-start.ts';

/** `npm run bench -- studio [PHOTOS]`: the curator's desk with 2,000 photos on one light table. */
export async function bench([photos = '2000']: string[]): Promise<void> {
	const folder = join(await mkdtemp(join(tmpdir(), 'nigoh-bench-')), 'photos');
	const ids = await deskOf(folder, Number(photos));
	await tellStart(folder);
	const desk = await studioOn(folder);
	try {
		const { page } = await desk.open('#/gallery/road');
		await tellScroll(page);
		await tellDrag(page, ids);
		await tellEdit(desk, page, ids[3]!);
	} finally {
		await desk.close();
		await rm(folder, { recursive: true, force: true });
	}
}

const median = (times: readonly number[]) =>
	Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN);

async function tellStart(folder: string): Promise<void> {
	const starts = await studioStarts(folder, 'road', 5);
	const [address, drawn] = [
		median(starts.map((one) => one.address)),
		median(starts.map((one) => one.drawn)),
	];
	console.log(`the command says where the studio is after ${address} ms`);
	console.log(`first thumbnails from the cache: ${drawn} ms after the start (at most 1000)`);
}

async function tellScroll(page: Page): Promise<void> {
	await areShown(page);
	await watchFrames(page);
	await scroll(page, 12_000, 2000);
	await scroll(page, -12_000, 2000);
	const { dropped, longest } = await framesSeen(page);
	console.log(`frames dropped while scrolling: ${(100 * dropped).toFixed(2)} % (at most 1)`);
	console.log(`longest task while scrolling: ${Math.round(longest)} ms`);
}

async function tellDrag(page: Page, ids: readonly string[]): Promise<void> {
	const box = (await cell(page, ids[1]!).locator('img').boundingBox())!;
	await watchFrames(page);
	await page.mouse.move(box.x + 40, box.y + 40);
	await page.mouse.down();
	for (let step = 0; step < 60; step += 1)
		await page.mouse.move(300 + (step % 20) * 30, 300 + step * 8);
	// At the edge the page goes along.
	await page.mouse.move(600, 890);
	await wait(1500);
	await page.mouse.move(600, 500);
	await page.locator('.mark').waitFor();
	await page.mouse.up();
	await page.getByText('Everything is saved').waitFor();
	const { longest } = await framesSeen(page);
	console.log(`longest task while dragging: ${Math.round(longest)} ms (at most 100)`);
}

async function tellEdit(desk: OpenedStudio, page: Page, id: string): Promise<void> {
	await page.goto(`${desk.origin}/#/photo/${id}`);
	const times: number[] = [];
	for (let run = 0; run < 5; run += 1) {
		const text = `Behind it a river, seen ${run} times.`;
		await page.getByLabel('Caption, English').fill(text.slice(0, -1));
		await page.keyboard.press('End');
		await page.keyboard.type('.');
		const began = performance.now();
		while (!(await readFile(join(desk.folder, 'road', 'gallery.yaml'), 'utf8')).includes(text)) {
			if (performance.now() - began > 60_000) throw new Error('the caption was not written');
			await wait(10);
		}
		times.push(performance.now() - began);
		await page.getByText('Everything is saved').waitFor();
	}
	console.log(`caption on disk after the last key: ${median(times)} ms (at most 1000)`);
}
