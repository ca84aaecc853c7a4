import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cleaned } from '../../../../../src/lib/server/images/clean/clean.ts';
import { corpus, hasCorpus } from '../../../../support/corpus.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const formats = ['jpeg', 'png', 'webp', 'tiff', 'avif'] as const;

/** With everything written into it that sharp can write. */
async function speaking(format: (typeof formats)[number], orientation = 6): Promise<Buffer> {
	const data = Buffer.from(Array.from({ length: 60 * 40 * 3 }, (_, at) => (at * 37) % 251));
	const image = sharp(data, { raw: { width: 60, height: 40, channels: 3 } })
		.withExif({
			IFD0: { Artist: 'PLANTED', ImageDescription: 'PLANTED' },
			IFD3: { GPSMapDatum: 'PLANTED' },
		})
		.withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>PLANTED</a></x:xmpmeta>')
		.withIccProfile('p3');
	// eslint-disable-next-line no-restricted-properties -- sharp has no other way to write it
	if (format !== 'avif') image.withMetadata({ orientation });
	return image.toFormat(format, { lossless: true }).toBuffer();
}

const pixels = (bytes: Buffer) =>
	sharp(bytes, { limitInputPixels: false, failOn: 'none' }).raw().toBuffer();

describe('a cleaned picture', () => {
	it.each(formats)(
		'in %s has the same pixels, profile and orientation, and is silent',
		async (format) => {
			const before = await speaking(format);
			expect(before.includes('PLANTED')).toBe(true);
			const after = await cleaned(before);
			expect(after.includes('PLANTED')).toBe(false);
			expect((await pixels(after)).equals(await pixels(before))).toBe(true);
			const [one, other] = await Promise.all(
				[before, after].map((bytes) => sharp(bytes).metadata()),
			);
			expect(other?.icc).toEqual(one?.icc);
			expect(other?.orientation ?? 1).toBe(format === 'avif' ? 1 : 6);
			expect(other?.xmp?.toString().trim() ?? '').toBe('');
		},
	);

	it('stands upright without EXIF where it stood so before', async () => {
		const after = await cleaned(await speaking('jpeg', 1));
		expect((await sharp(after).metadata()).exif).toBeUndefined();
	});

	it('ends where the picture ends', async () => {
		for (const format of ['jpeg', 'png', 'webp'] as const) {
			const before = await speaking(format);
			const after = await cleaned(Buffer.concat([before, Buffer.from('PLANTED')]));
			expect(after.equals(await cleaned(before))).toBe(true);
		}
	});

	it('keeps an animation', async () => {
		const frames = Buffer.concat([Buffer.alloc(1200, 9), Buffer.alloc(1200, 200)]);
		const raw = { width: 20, height: 40, channels: 3 as const, pageHeight: 20 };
		const gif = await sharp(frames, { raw }).gif({ loop: 3, delay: 70 }).toBuffer();
		const comment = Buffer.from('!\xfe\x07PLANTED\0', 'latin1');
		const end = gif.length - 1;
		const before = Buffer.concat([gif.subarray(0, end), comment, gif.subarray(end)]);
		const after = await cleaned(before);
		expect(after.includes('PLANTED')).toBe(false);
		const [one, other] = await Promise.all(
			[gif, after].map((bytes) => sharp(bytes, { animated: true }).metadata()),
		);
		expect(other).toEqual({ ...one, size: other?.size });
		expect(other).toMatchObject({ pages: 2, loop: 3 });
	});

	it('is none where the file is cut short', async () => {
		const whole = await speaking('jpeg');
		await expect(cleaned(whole.subarray(0, whole.length - 40))).rejects.toThrow();
		await expect(cleaned(Buffer.from('no picture'))).rejects.toThrow();
	});
});

const readable = /\.(jpe?g|png|webp|avif|tiff?|gif|heic|hif)$/i;
/** What describes pixels, by group and name, as ExifTool has it: it calls the strips of a JPEG in a TIFF a preview. */
const structure =
	/^(SourceFile|ExifTool:|System:|Composite:|File:|JFIF:|ICC|PNG|RIFF|VP8|GIF:|QuickTime:|Meta|HEIC|Adobe:|IFD0:(Orientation|ImageWidth|ImageHeight|BitsPerSample|Compression|PhotometricInterpretation|StripOffsets|SamplesPerPixel|RowsPerStrip|StripByteCounts|[XY]Resolution|ResolutionUnit|PlanarConfiguration|Predictor|SampleFormat|InkSet|ExtraSamples|JPEGTables|ReferenceBlackWhite|PreviewImage(Start|Length)?)$)/;
const texts =
	/^PNG:(?!ProfileName)(Comment|Description|Software|Author|Title|Copyright|CreateDate|ModifyDate)/;

describe.skipIf(!hasCorpus)('pictures of the corpus', () => {
	const folders = ['metadata', 'hard/colour', 'hard/heif', 'hard/animated'];

	it('come out with the same pixels, and ExifTool finds nothing else in them', async () => {
		const place = await temporaryFolder();
		const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter(
			(file) => readable.test(file) && folders.some((folder) => file.startsWith(`${folder}/`)),
		);
		expect(files.length).toBeGreaterThan(50);
		await mkdir(place, { recursive: true });
		let same = 0;
		for (const file of files) {
			const before = await readFile(join(corpus, file));
			const after = await cleaned(before).catch(() => undefined);
			if (!after) continue;
			await writeFile(join(place, file.replaceAll('/', '_')), after);
			const [one, other] = await Promise.all(
				[before, after].map((bytes) => pixels(bytes).catch(() => undefined)),
			);
			// Of HEIC sharp reads the header only.
			if (!one) continue;
			expect(other?.equals(one), file).toBe(true);
			same++;
		}
		expect(same).toBeGreaterThan(45);
		const args = ['-j', '-G1', '-a', '-u', '-ee3', place];
		const found = JSON.parse(
			execFileSync('exiftool', args, { maxBuffer: 2 ** 28 }).toString(),
		) as Record<string, unknown>[];
		const names = found.flatMap((tags) => Object.keys(tags));
		expect([...new Set(names)].filter((name) => !structure.test(name) || texts.test(name))).toEqual(
			[],
		);
	}, 120_000);
});
