import { spawnSync } from 'node:child_process';
import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { run } from '../support/command.ts';
import { corpus, hasCorpus } from '../support/corpus.ts';
import { contentFolder, smallPicture, temporaryFolder } from '../support/folder.ts';
import { foreignTags, tagsOf } from '../support/exiftool.ts';
import { tracesIn } from '../../src/vite/traces.ts';
import { contentsOf } from '../support/site.ts';

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
		const found = tagsOf(await build(exhibition));
		expect(found.length).toBeGreaterThan(4);
		expect(foreignTags(found)).toEqual([]);
		expect(JSON.stringify(found)).not.toMatch(/PLANTED|Warning/);
	});

	it.skipIf(!hasCorpus)(
		'is the same of every picture of the corpus that has metadata',
		async () => {
			const exhibition = await temporaryFolder();
			await cp(join(corpus, 'metadata'), exhibition, { recursive: true });
			const found = tagsOf(await build(exhibition));
			expect(found.length).toBeGreaterThan(150);
			expect(foreignTags(found)).toEqual([]);
			expect(JSON.stringify(found)).not.toMatch(/Warning/);
		},
	);
});

/** Names, numbers, addresses, positions and devices of the corpus' files `private-*`, and the words that mark them. */
const secrets = [
	...['Zarina', 'Example laptop', 'zarina@example.org', '+992 000', '000 000 001', '992000000001'],
	...['12 Example Street', 'Neighbour Child', 'home of', 'negatives at', 'Users', 'Desktop'],
	...['SN-SHARED', '0417', 'LN-SHARED', 'SHARED-88', 'xmp.did:', 'x.psd', 'opened C:'],
	...[
		'40.2833',
		'69.6222',
		'40,16.998',
		'69,37.332',
		"16' 59.88",
		"37' 19.92",
		'59.88',
		'12:13:14',
	],
	...['2024:05:06', '2024-05-06', 'GPSL', 'GPSAlt', 'PersonInImage', 'PersonDisplayName'],
	...[
		'OwnerName',
		'SerialNumber',
		'CiTelWork',
		'CiEmailWork',
		'CiAdrExtadr',
		'mwg-rs',
		'RawFileName',
	],
	...['412 m', 'Photoshop', 'xmpMM', 'photoshop:History', '8BIM', 'Exif\0'],
];

it.skipIf(!hasCorpus)('no file of a site holds what such files say in secret', async () => {
	const exhibition = await temporaryFolder();
	const derived = join(corpus, 'metadata/derived');
	await mkdir(join(exhibition, 'b'));
	const names = (await readdir(derived)).filter((name) => name.startsWith('private-'));
	for (const name of names) await cp(join(derived, name), join(exhibition, 'b', name));
	expect(secrets.length).toBeGreaterThanOrEqual(40);
	// Each but the ways of writing that no file of the corpus uses is in the sources.
	const { found: planted } = await tracesIn(exhibition, secrets);
	expect(new Set(planted.map(({ text }) => text)).size).toBeGreaterThan(30);
	const { files, found } = await tracesIn(await build(exhibition), secrets);
	expect(files).toBeGreaterThan(60);
	expect(found.filter(({ file }) => !file.startsWith('_app/'))).toEqual([]);
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
