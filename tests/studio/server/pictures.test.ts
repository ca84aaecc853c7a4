import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { PhotoView } from '../../../src/studio/contract/view.ts';
import { Apprentice } from '../../../src/studio/server/darkroom/apprentice.ts';
import { Pictures } from '../../../src/studio/server/darkroom/pictures.ts';
import { Place } from '../../../src/studio/server/place.ts';
import {
	pictureRoutes,
	type PictureRoom,
} from '../../../src/studio/server/routes/picture-routes.ts';
import { checkout } from '../../support/corpus.ts';
import { contentFolder } from '../../support/folder.ts';
import { FakeDesk } from './desk.ts';
import { photo } from './photo.ts';
import { keep, Stage } from './stage.ts';

async function withPhotos(root: string, photos: readonly PhotoView[], seconds?: number) {
	const apprentice = new Apprentice(checkout, seconds);
	const place = keep(
		new Place<PictureRoom>(async () => {
			const pictures = await Pictures.open(root, join(root, '.exhibition/cache'), [apprentice]);
			const desk = new FakeDesk(root, photos);
			return { root, cache: pictures.cache, desk, pictures, close: () => pictures.close() };
		}),
	);
	await place.open(root);
	return { place, apprentice, stage: await Stage.with([pictureRoutes(place)]) };
}

/** White, with a position and a maker in its EXIF, lying on its side. */
async function white(): Promise<Buffer> {
	return sharp({ create: { width: 900, height: 600, channels: 3, background: '#ffffff' } })
		.withExif({
			IFD0: { Make: 'SECRETCAM', Orientation: '6' },
			IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '38/1 33/1 0/1' },
		})
		.jpeg()
		.toBuffer();
}

const redact = [{ shape: 'rectangle', x: 0.25, y: 0.25, w: 0.5, h: 0.5 }];

async function middle(bytes: Buffer): Promise<number> {
	const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
	return data[
		(Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * info.channels
	]!;
}

it('makes small pictures, upright, covered, without a word of metadata, and finds them again', async () => {
	const root = await contentFolder({ 'road/a.jpg': await white() });
	const photos = [photo('a', 'road/a.jpg', { width: 600, height: 900, entry: { redact } })];
	const { stage, apprentice, place } = await withPhotos(root, photos);
	const { status, headers, bytes } = await stage.get('/thumb/a/320?v=1');
	expect([status, headers['content-type']]).toEqual([200, 'image/jpeg']);
	const { width, height, exif, xmp } = await sharp(bytes).metadata();
	expect([width, height, exif, xmp]).toEqual([213, 320, undefined, undefined]);
	expect(bytes.includes('SECRETCAM')).toBe(false);
	expect(await middle(bytes)).toBeLessThan(60);
	expect(await middle((await stage.get('/picture/a')).bytes)).toBeLessThan(60);
	expect(await middle((await stage.get('/picture/a?safe=0')).bytes)).toBeGreaterThan(240);
	expect(await place.room.pictures.lookOf(photos[0]!)).toMatch(/^[0-9a-f]{16}$/);
	apprentice.do = () => Promise.reject(new Error('made twice'));
	expect((await stage.get('/thumb/a/320?v=2')).bytes).toEqual(bytes);
});

it('covers all where it cannot read what is to be covered', async () => {
	const root = await contentFolder({ 'road/a.jpg': await white() });
	const entry = { redact: [{ shape: 'star' }] };
	const { stage } = await withPhotos(root, [photo('a', 'road/a.jpg', { entry })]);
	expect(await middle((await stage.get('/thumb/a/160')).bytes)).toBeLessThan(60);
});

it('shows nothing of what was taken back, of what is no photo, and of what lies elsewhere', async () => {
	const root = await contentFolder({
		'road/a.jpg': true,
		'road/svg.jpg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
		'road/html.jpg': '<html><script>alert(1)</script></html>',
	});
	const elsewhere = await contentFolder({ 'secret.jpg': true });
	await symlink(join(elsewhere, 'secret.jpg'), join(root, 'road/link.jpg'));
	const { stage } = await withPhotos(root, [
		photo('gone', 'road/a.jpg', { entry: { consent: { status: 'withdrawn' } } }),
		...['svg', 'html', 'link', 'missing'].map((id) => photo(id, `road/${id}.jpg`)),
		photo('above', '../secret.jpg'),
	]);
	const statuses = { gone: 410, svg: 422, html: 422, link: 404, missing: 404, above: 404 };
	for (const [id, status] of Object.entries(statuses)) {
		const answer = await stage.get(`/thumb/${id}/160`);
		expect([id, answer.status]).toEqual([id, status]);
		expect(answer.json).toMatchObject({ says: expect.any(String), remedy: expect.any(String) });
	}
	for (const path of [
		'/thumb/gone/9999',
		'/thumb/..%2fa.jpg/160',
		'/thumb/%2e%2e/160',
		'/picture/x',
	])
		expect((await stage.get(path)).status).toBe(404);
});

it('goes on after a picture that ends its process or never ends', async () => {
	const root = await contentFolder({ 'road/a.jpg': true, 'road/b.jpg': true });
	const photos = [photo('a', 'road/a.jpg'), photo('b', 'road/b.jpg')];
	const { stage, apprentice } = await withPhotos(root, photos, 0.01);
	expect((await stage.get('/thumb/a/160')).status).toBe(422);
	Object.assign(apprentice, { mostSeconds: 60 });
	await writeFile(join(root, 'road/c.jpg'), '');
	expect((await stage.get('/thumb/b/160')).status).toBe(200);
});
