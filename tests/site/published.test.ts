import { execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { run } from '../support/command.ts';
import { corpus, hasCorpus } from '../support/corpus.ts';
import { contentFolder, smallPicture, temporaryFolder } from '../support/folder.ts';
import { contentsOf } from '../support/site.ts';

type Tags = Record<string, unknown>;

/** What ExifTool finds in every picture of a site, by group and name, without what describes the file itself. */
function tagsOf(site: string): Tags[] {
	const args = ['-j', '-G1', '-a', '-u', '-ee3', '-r', join(site, 'media')];
	const found = JSON.parse(
		execFileSync('exiftool', args, { maxBuffer: 2 ** 28 }).toString(),
	) as Tags[];
	return found.map((tags) =>
		Object.fromEntries(
			Object.entries(tags).filter(
				([name]) => !/^(SourceFile|ExifTool:|System:|Composite:)/.test(name),
			),
		),
	);
}

/** Our XMP, and the structure that every JPEG and AVIF has. */
const ours =
	/^(XMP-dc:(Creator|Rights)|XMP-photoshop:Credit|XMP-xmpRights:WebStatement|XMP-plus:LicensorURL|XMP-iptcCore:AltTextAccessibility|XMP-iptcExt:DigitalSourceType)(-[\w-]+)?$/;
const structure =
	/^File:(FileType|FileTypeExtension|MIMEType|ImageWidth|ImageHeight|EncodingProcess|BitsPerSample|ColorComponents|YCbCrSubSampling)$|^(QuickTime|Meta):(MajorBrand|MediaData|InitialDelaySamples|MinorVersion|CompatibleBrands|HandlerType|PrimaryItemReference|MetaImageSize|ExifImageSize|ImageSpatialExtent|ImagePixelDepth|PixelAspectRatio|AV1Configuration\w*|Chroma\w+|SeqProfile|SeqLevelIdx0|SeqTier0|HighBitDepth|TwelveBit|ColorProfiles|ColorPrimaries|TransferCharacteristics|MatrixCoefficients|VideoFullRangeFlag|MediaData(Size|Offset)|\w*InitialPresentationDelay\w*|ItemProtection|HandlerVendorID|HandlerDescription|Unknown_?\w*)$/i;

async function build(exhibition: string, wrap: readonly string[] = []): Promise<string> {
	const place = await temporaryFolder();
	const [out, cache] = [join(place, 'build'), join(place, 'cache')];
	const flags = ['--exhibition', exhibition, '--out', out, '--cache', cache, '--fast'];
	const script = join(import.meta.dirname, '../../src/cli/run.js');
	if (wrap.length > 0) {
		const [command = '', ...args] = [...wrap, process.execPath, script, 'build', ...flags];
		const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
		expect([status, stderr]).toEqual([0, stderr]);
	} else {
		const { code, stderr } = await run(['build', ...flags]);
		expect([code, stderr]).toEqual([0, stderr]);
	}
	return out;
}

async function planted(): Promise<Buffer> {
	return sharp(await smallPicture('planted', 1500, 1000))
		.withExif({ IFD0: { Model: 'PLANTED', Software: 'PLANTED' }, IFD3: { GPSLatitudeRef: 'N' } })
		.withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">PLANTED</x:xmpmeta>')
		.jpeg()
		.toBuffer();
}

describe('what ExifTool finds in published pictures', () => {
	it('is what we wrote, and the structure of the file', async () => {
		const exhibition = await contentFolder({ 'a/planted.jpg': await planted() });
		if (hasCorpus) {
			await mkdir(join(exhibition, 'b'));
			const derived = join(corpus, 'metadata/derived');
			for (const name of await readdir(derived)) {
				if (/^private-/.test(name)) await cp(join(derived, name), join(exhibition, 'b', name));
			}
		}
		const found = tagsOf(await build(exhibition));
		expect(found.length).toBeGreaterThan(hasCorpus ? 60 : 4);
		const names = [...new Set(found.flatMap((tags) => Object.keys(tags)))];
		expect(names.filter((name) => !ours.test(name) && !structure.test(name))).toEqual([]);
		expect(JSON.stringify(found)).not.toMatch(/PLANTED|Warning/);
	});
});

const hasTaskset = spawnSync('taskset', ['--version']).status === 0;

it.skipIf(!hasTaskset)('one core makes the same bytes as all of them', async () => {
	const pictures = ['tea', 'bread', 'door'].map(async (name) => {
		return [`a/${name}.jpg`, await smallPicture(name, 900, 600)] as const;
	});
	const exhibition = await contentFolder(Object.fromEntries(await Promise.all(pictures)));
	const alone = await contentsOf(await build(exhibition, ['taskset', '-c', '0']));
	const together = await contentsOf(await build(exhibition));
	expect(Object.keys(alone).length).toBeGreaterThan(20);
	expect(alone).toEqual(together);
});
