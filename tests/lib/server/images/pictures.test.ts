import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decideAll } from '../../../../src/lib/server/content/decisions.ts';
import { readContent } from '../../../../src/lib/server/content/read.ts';
import { cachePath } from '../../../../src/lib/server/images/cache.ts';
import { fulfilHere } from '../../../../src/lib/server/images/fulfil.ts';
import {
	makePictures,
	type Fulfil,
	type Outcome,
	type Progress,
} from '../../../../src/lib/server/images/pictures.ts';
import { byContent } from '../../../../src/lib/server/images/sources.ts';
import { wishes } from '../../../../src/lib/server/images/wishes.ts';
import { contentFolder, smallPicture, temporaryFolder } from '../../../support/folder.ts';

const here: Fulfil = async (cache, orders, tell) => {
	const outcomes: Outcome[] = [];
	await fulfilHere(cache, orders, (index, outcome) => {
		outcomes[index] = outcome;
		tell(Object.keys(outcomes).length, 1);
	});
	return outcomes;
};

async function made(folder: string, cache: string, told: Progress[] = []) {
	const content = await readContent(folder);
	const decisions = decideAll(content, '2026-11-24', 'web');
	const { hash } = await byContent(cache);
	const wanted = wishes(content, decisions, 'fast');
	const room = { root: folder, cache, hash };
	return makePictures(room, wanted, here, (progress) => told.push(progress));
}

/** A JPEG whose header is whole and whose pixels are not. */
async function damaged(): Promise<Buffer> {
	const whole = await smallPicture('damaged', 640, 480);
	return Buffer.concat([whole.subarray(0, 700), Buffer.alloc(64, 0xff)]);
}

describe('pictures', () => {
	it('are made once, and taken from the cache from then on', async () => {
		const folder = await contentFolder({ 'a/tea.jpg': true, 'a/bread.jpg': true });
		const cache = await temporaryFolder();
		const first = await made(folder, cache);
		expect([first.made, first.reused]).toEqual([9, 0]);
		const second = await made(folder, cache);
		expect([second.made, second.reused, second.megapixels]).toEqual([0, 9, 0]);
		expect(second.pictures).toEqual(first.pictures);
		expect(second.bytes).toBe(first.bytes);
	});

	it('are made again where a file of the cache is gone, and only that', async () => {
		const folder = await contentFolder({ 'a/tea.jpg': true });
		const cache = await temporaryFolder();
		const { pictures } = await made(folder, cache);
		await rm(cachePath(cache, pictures.get('tea')!.renditions[0]!.name));
		expect(await made(folder, cache)).toMatchObject({ made: 1 });
	});

	it('of one added photo are all that is made', async () => {
		const folder = await contentFolder({ 'a/tea.jpg': true });
		const cache = await temporaryFolder();
		await made(folder, cache);
		await writeFile(join(folder, 'a/zoo.jpg'), await smallPicture('zoo'));
		const { pictures, made: files } = await made(folder, cache);
		expect([...pictures.keys()]).toEqual(['tea', 'zoo']);
		expect(files).toBe(3);
	});

	it('have the colour that stands for them, and cover crops where they are covers', async () => {
		const folder = await contentFolder({ 'a/bread.jpg': true, 'a/tea.jpg': true });
		const { pictures } = await made(folder, await temporaryFolder());
		expect(pictures.get('tea')?.colour).toMatch(/^#[0-9a-f]{6}$/);
		expect(pictures.get('bread')?.cover).toHaveLength(2);
		expect(pictures.get('tea')?.cover).toBeUndefined();
		expect(pictures.get('tea')?.card).toMatchObject({ width: 1200, height: 630 });
	});

	it('of one photo in two folders are made at once, and both have all of theirs', async () => {
		const same = await smallPicture('same');
		const folder = await contentFolder({
			'a/tea.jpg': same,
			'b/bread.jpg': true,
			'b/zoo.jpg': same,
		});
		const cache = await temporaryFolder();
		const { pictures } = await made(folder, cache);
		expect([...pictures.keys()]).toEqual(['tea', 'bread', 'zoo']);
		expect(await made(folder, cache)).toMatchObject({ made: 0 });
	});

	it('that cannot be made are named with a reason, and the others are made', async () => {
		const folder = await contentFolder({ 'a/tea.jpg': true, 'a/bad.jpg': await damaged() });
		const { pictures, failed } = await made(folder, await temporaryFolder());
		expect([...pictures.keys()]).toEqual(['tea']);
		expect(failed.map(({ photo, reason }) => [photo.id, reason])).toEqual([
			['bad', 'is damaged and cannot be decoded'],
		]);
	});

	it('tell how they come along, from what is there already to the last', async () => {
		const folder = await contentFolder({ 'a/tea.jpg': true, 'a/bread.jpg': true });
		const cache = await temporaryFolder();
		const told: Progress[] = [];
		await made(folder, cache, told);
		expect(told.map(({ done, of }) => `${done}/${of}`)).toEqual(['0/2', '1/2', '2/2']);
		told.length = 0;
		await made(folder, cache, told);
		expect(told.map(({ done, of }) => `${done}/${of}`)).toEqual(['2/2']);
	});

	it('of a full disk or a closed cache end the build', async () => {
		const folder = await contentFolder({ 'a/tea.jpg': true });
		const cache = await temporaryFolder();
		await writeFile(join(cache, 'media'), 'a file where a folder is needed');
		await expect(made(folder, cache)).rejects.toMatchObject({ code: 'ENOTDIR' });
	});

	it('say nothing of where they came from', async () => {
		const secret = await sharp(await smallPicture('secret'))
			.withExif({ IFD0: { Copyright: 'PLANTED', Artist: 'PLANTED' } })
			.jpeg()
			.toBuffer();
		const folder = await contentFolder({
			'exhibition.yaml': 'format: 1\ntitle: T\nlanguages: [en]\n',
			'a/gallery.yaml':
				'photos: [{ file: a.jpg, alt: A, consent: { status: not_needed }, credit: { line: Ours } }]',
			'a/a.jpg': secret,
		});
		const cache = await temporaryFolder();
		const { pictures } = await made(folder, cache);
		const files = pictures.get('a')!.renditions.map(({ name }) => cachePath(cache, name));
		for (const file of files) {
			const { exif, xmp } = await sharp(file).metadata();
			expect(exif).toBeUndefined();
			expect(xmp?.toString() ?? '').not.toContain('PLANTED');
		}
		expect(await readdir(cache)).toEqual(['masters', 'media']);
	});
});
