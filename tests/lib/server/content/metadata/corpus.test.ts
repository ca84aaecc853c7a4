import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
	readMetadata,
	UnreadablePicture,
} from '../../../../../src/lib/server/content/metadata/read.ts';
import { corpus, hasCorpus } from '../../../../support/corpus.ts';
import { expected } from './expected.ts';

function filesBelow(folder: string): string[] {
	return readdirSync(join(corpus, folder), { recursive: true, encoding: 'utf8' })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => statSync(join(corpus, folder, path)).isFile())
		.sort();
}

function read(path: string) {
	const file = join(corpus, path);
	const sidecars = [`${file}.xmp`, file.replace(/\.[^./]*$/, '.xmp')].filter((one) =>
		existsSync(one),
	);
	return readMetadata(file, sidecars);
}

describe.skipIf(!hasCorpus)('the corpus', () => {
	const pictures = hasCorpus ? filesBelow('metadata').filter((path) => !path.endsWith('.xmp')) : [];

	it('is known whole', () => {
		expect(pictures.length).toBeGreaterThan(40);
		expect(Object.keys(expected).sort()).toEqual(pictures);
	});

	it.each(pictures)('%s says what it says', async (path) => {
		const { embedded, troubles } = await read(join('metadata', path));
		expect(embedded).toEqual(expected[path]);
		expect(troubles).toEqual([]);
	});

	it('hides no undefined keys', async () => {
		const { embedded } = await read('metadata/IMG_5910.jpg');
		expect(Object.values(embedded)).not.toContain(undefined);
		expect(Object.values(embedded.place ?? {})).not.toContain(undefined);
	});

	it.each(filesBelowHard())('hard/%s is read, or refused in words', async (path) => {
		try {
			const { embedded } = await read(join('hard', path));
			expect(embedded.width * embedded.height).toBeGreaterThan(0);
			expect(embedded.width * embedded.height).toBeLessThanOrEqual(120e6);
		} catch (error) {
			expect(error).toBeInstanceOf(UnreadablePicture);
			expect((error as Error).message).toMatch(/^(is|has|cannot) /);
		}
	});

	it.each([
		['broken/zero-byte.jpg', 'is empty'],
		['broken/one-byte.jpg', 'is not a picture'],
		['broken/text.jpg', 'is not a picture'],
		['broken/vector.jpg', 'is not a picture'],
		['broken/random.jpg', 'is not a picture'],
		['jxl/zoltan_tasi_unsplash.jxl', 'is not a picture'],
		['huge/giant-image.jpg', 'has more than 120 megapixels'],
		['huge/bomb-30000x30000-1bit.png', 'has more than 120 megapixels'],
		['broken/truncated.heic', 'is damaged and cannot be decoded'],
		['nothing-here.jpg', 'cannot be opened'],
	])('%s %s', async (path, message) => {
		await expect(read(join('hard', path))).rejects.toThrow(new UnreadablePicture(message));
	});

	it.each([
		['wrong-extension/png-named.jpg', 480, 270],
		['wrong-extension/heic-named.jpg', 3024, 4032],
		['wrong-extension/no-extension', 1200, 675],
		['broken/broken_orientation_exif.jpg', 3024, 4032],
		['broken/truncated-half.jpg', 1200, 675],
		['heif/sony-a7cm2-10bit.HIF', 7008, 4672],
	])('%s stands upright with %d × %d pixels', async (path, width, height) => {
		expect((await read(join('hard', path))).embedded).toMatchObject({ width, height });
	});

	it('HEIC and HIF have their day', async () => {
		const dayOf = async (path: string) => (await read(join('hard/heif', path))).embedded.date;
		expect(await dayOf('exif-at-eof.heic')).toBe('2020-05-04');
		expect(await dayOf('sony-a7cm2-10bit.HIF')).toBe('2026-04-06');
	});

	it('a spoilt XMP block is a trouble, and the rest is read', async () => {
		const { troubles } = await read('hard/broken/truncated.jpg');
		expect(troubles.map(({ message }) => message)).toEqual([
			'the XMP of this picture cannot be read',
		]);
	});
});

function filesBelowHard(): string[] {
	return hasCorpus ? filesBelow('hard').filter((path) => !path.endsWith('.tar')) : [];
}
