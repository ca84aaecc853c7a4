import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { contentFolder, smallPicture } from '../../support/folder.ts';
import { fileName } from '../../../src/studio/server/intake/file-name.ts';
import { kindOf, withEnding } from '../../../src/studio/server/intake/kind.ts';
import { photo } from './photo.ts';
import { workroom } from './workroom.ts';

const exhibition = 'format: 1\ntitle: { en: Road }\nlanguages: [en, tg]\n';

/** Waves: something that looks like something. */
async function waves(width: number, quality = 90): Promise<Buffer> {
	const height = (width * 2) / 3;
	const pixels = Buffer.alloc(width * height * 3);
	for (let at = 0; at < width * height; at++) {
		const [x, y] = [(at % width) / width, Math.floor(at / width) / height];
		pixels.fill(128 + 120 * Math.sin(11 * x + 7 * y * y), at * 3, at * 3 + 3);
	}
	return sharp(pixels, { raw: { width, height, channels: 3 } })
		.jpeg({ quality })
		.toBuffer();
}

async function camera(): Promise<Buffer> {
	const words = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating="4" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">Tea on the way</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`;
	return sharp(await waves(300))
		.withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '38/1 33/1 0/1' } })
		.withXmp(words)
		.jpeg()
		.toBuffer();
}

it('tells what it found, and writes nothing into the exhibition', async () => {
	const root = await contentFolder({ 'exhibition.yaml': exhibition, 'road/a.jpg': true });
	const { stage } = await workroom(root, []);
	const bytes = await camera();
	const { status, json } = await stage.put('/api/intake/b1/k1?name=IMG_1.png', bytes);
	expect(status).toBe(200);
	expect(json).toMatchObject({
		...{ key: 'k1', name: 'IMG_1.jpg', bytes: bytes.length, width: 300, height: 200, rating: 4 },
		removed: ['a position'],
		entry: { file: 'IMG_1.jpg', status: 'draft', caption: { en: 'Tea on the way' } },
	});
	expect(await readdir(join(root, 'road'))).toEqual(['a.jpg']);
});

it('knows what is there already, and what looks like it', async () => {
	const bytes = await waves(300);
	const root = await contentFolder({ 'exhibition.yaml': exhibition, 'road/tea.jpg': bytes });
	const { stage } = await workroom(root, [
		photo('tea', 'road/tea.jpg', { width: 300, height: 200 }),
	]);
	expect((await stage.get('/thumb/tea/160')).status).toBe(200);
	const put = async (key: string, file: Buffer) =>
		(await stage.put(`/api/intake/b1/${key}?name=x.jpg`, file)).json;
	expect(await put('k1', bytes)).toMatchObject({ duplicateOf: 'tea' });
	const smaller = await waves(240, 50);
	expect(await put('k2', smaller)).toMatchObject({ alike: 'tea' });
	expect(await put('k3', smaller)).toMatchObject({ duplicateOf: 'k2' });
	const other = (await put('k4', await smallPicture('x'))) as object;
	expect(other).not.toHaveProperty('alike');
	expect(other).not.toHaveProperty('duplicateOf');
});

it('adds what was chosen as an import does', async () => {
	const root = await contentFolder({ 'exhibition.yaml': exhibition, 'road/a.jpg': true });
	const { stage, desk, quarantine } = await workroom(join(root), []);
	await stage.put('/api/intake/b1/k1?name=tea.jpg', await camera());
	await stage.put('/api/intake/b1/k2?name=tea.jpg', await smallPicture('two'));
	await stage.put('/api/intake/b1/k3?name=left.jpg', await smallPicture('three'));
	const answer = await stage.post('/api/intake/b1/add', { gallery: 'home', keys: ['k1', 'k2'] });
	expect(answer.json).toMatchObject({ done: true, notTaken: [] });
	expect(desk.recorded).toMatchObject([{ title: 'Added 2 photos to home' }]);
	expect(await readdir(join(root, 'home'))).toEqual(['gallery.yaml', 'tea-2.jpg', 'tea.jpg']);
	expect(await readFile(join(root, 'home/gallery.yaml'), 'utf8')).toContain('Tea on the way');
	const { exif, xmp } = await sharp(join(root, 'home/tea.jpg')).metadata();
	expect([exif, xmp]).toEqual([undefined, undefined]);
	expect(await readdir(join(quarantine.folder, 'b1'))).toEqual(['k3']);
	const again = await stage.post('/api/intake/b1/add', { gallery: 'home', keys: ['k1'] });
	expect(again).toMatchObject({ status: 404, json: { says: expect.any(String) } });
	for (const gallery of ['../elsewhere', 'stories', '.git', 'A B'])
		expect([400, 404]).toContain(
			(await stage.post('/api/intake/b1/add', { gallery, keys: ['k3'] })).status,
		);
});

it('gives files names that every system takes', () => {
	const names = {
		'../../etc/passwd.jpg': 'passwd.jpg',
		'C:\\photos\\tea.JPG': 'tea.JPG',
		'.hidden.jpg': 'hidden.jpg',
		'CON.jpg': 'photo-CON.jpg',
		'чой дар роҳ.jpg': 'чой дар роҳ.jpg',
		'a\u202egpj.exe': 'agpj.exe',
		'x<y>:"|?*.jpg. ': 'xy.jpg',
		'': 'photo',
	};
	for (const [given, name] of Object.entries(names)) expect(fileName(given)).toBe(name);
	expect([...fileName(`${'я'.repeat(400)}.jpg`)]).toHaveLength(124);
	expect(withEnding('page.html', 'jpeg')).toBe('page.jpg');
	expect(withEnding('a.JPEG', 'jpeg')).toBe('a.JPEG');
});

it('knows photographs by their first bytes', async () => {
	const picture = sharp(await smallPicture('x'));
	for (const format of ['jpeg', 'png', 'webp', 'tiff', 'gif', 'avif'] as const)
		expect(kindOf((await picture.clone().toFormat(format).toBuffer()).subarray(0, 16))).toBe(
			format,
		);
	for (const text of [
		'<svg xmlns=',
		'<!DOCTYPE html>',
		'%PDF-1.7',
		'GIF',
		'',
		'BM\0\0',
		'8BPS\0\x01',
	])
		expect(kindOf(Buffer.from(text, 'latin1'))).toBeUndefined();
});
