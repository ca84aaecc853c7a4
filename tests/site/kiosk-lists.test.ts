import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { KioskIndex } from '../../src/vite/kiosk-index.ts';
import { filesIn } from '../../src/vite/made.ts';
import type { GalleryManifest, Kept, ManifestIndex } from '../../src/vite/media-manifest.ts';
import { temporaryFolder } from '../support/folder.ts';
import { hallFolder } from '../support/hall.ts';
import { buildQuietly, chosen } from '../support/site.ts';

let kiosk: string;
let web: string;

beforeAll(async () => {
	const folder = await hallFolder();
	[kiosk, web] = [join(await temporaryFolder(), 'k'), join(await temporaryFolder(), 'w')];
	await buildQuietly(chosen(folder, kiosk, { channel: 'kiosk' }));
	await buildQuietly(chosen(folder, web));
});

const json = <T>(site: string, file: string) =>
	JSON.parse(readFileSync(join(site, file), 'utf8')) as T;
const sum = (list: readonly { bytes: number }[]) => list.reduce((all, { bytes }) => all + bytes, 0);
/** What a manifest says of a file is so. */
function expectTrue(site: string, { path, sha256, bytes }: Kept): void {
	const place = join(site, path);
	expect([path, statSync(place).size]).toEqual([path, bytes]);
	expect(createHash('sha256').update(readFileSync(place)).digest('hex'), path).toBe(sha256);
}

describe('its kiosk.json', () => {
	const index = () => json<KioskIndex>(kiosk, 'kiosk.json');

	it('has each photo with its end, what was withdrawn, and the galleries', () => {
		const { format, photos, withdrawn, galleries, ...rest } = index();
		expect([format, withdrawn, galleries]).toEqual([...[1, ['gone'], ['road', 'room']]]);
		expect(rest).toEqual({ publicUrl: 'https://example.org/hall/' });
		expect(json(kiosk, '.nigoh-taken-off')).toEqual({
			withdrawn: ['gone', 'over', 'web-only'],
			mayReturn: ['over', 'web-only'],
		});
		const heads = photos.map(({ id, gallery, until }) => [id, gallery, until]);
		expect(heads).toEqual([
			['both', 'road', '2029-01-01'],
			['door', 'room', undefined],
			['ends', 'road', '2028-11-03'],
			['hall-only', 'road', '2029-01-01'],
			['noted', 'road', '2029-01-01'],
		]);
	});

	it('names all files of a photo, wherever it hangs, and none that another needs', async () => {
		const all = await filesIn(kiosk);
		for (const { id, files: own } of index().photos) {
			expect(own, id).toEqual([...new Set(own)].sort());
			expect(own.filter((file) => !all.includes(file))).toEqual([]);
			expect(own.filter((file) => /\/index\.html$/.test(file)).length, id).toBe(
				id === 'both' ? 4 : 2,
			);
			const pages = all.filter((file) => file.includes(`/${id}/`) && file.includes('galleries'));
			expect(pages.filter((file) => !own.includes(file))).toEqual([]);
		}
		const taken = new Set(index().photos.flatMap((one) => one.files));
		expect(all.filter((file) => /^(media|iiif)\//.test(file) && !taken.has(file))).toEqual([]);
		const both = index().photos[0]!.files;
		for (const kind of [
			/^iiif\/images\/.*\.jpg$/,
			/-6000\.avif$/,
			/\.mp3$/,
			/^fa\/.*__data\.json$/,
		])
			expect(both.some((file) => kind.test(file))).toBe(true);
		expect(taken.has('en/galleries/road/index.html')).toBe(false);
	});

	it('is a kiosk’s alone', () => expect(existsSync(join(web, 'kiosk.json'))).toBe(false));
});

describe('what is kept without a network', () => {
	it('is on a kiosk everything but a second format and the lists themselves', async () => {
		const { version, bytes, shards } = json<ManifestIndex>(kiosk, 'media-manifest/index.json');
		expect(version).toMatch(/^[0-9a-f]{20}$/);
		const lists = shards.map(({ path }) => json<{ files: Kept[] }>(kiosk, path).files);
		expect(shards.map((one) => one.bytes)).toEqual(lists.map(sum));
		expect(bytes).toBe(sum(lists.flat()));
		for (const one of lists.flat()) expectTrue(kiosk, one);
		const kept = lists.flat().map(({ path }) => path);
		expect(kept).toEqual([...new Set(kept)].sort());
		const left = (await filesIn(kiosk)).filter((file) => !kept.includes(file));
		const apart = /^(\.n[\w-]+|kiosk\.json|media\/[^/]+\.jpg|media-manifest\/(index|\d{3})\.json)$/;
		expect(left.filter((file) => !apart.test(file))).toEqual([]);
		expect(kept.filter((file) => apart.test(file))).toEqual([]);
		const kinds = new Set(lists.flat().map(({ kind }) => kind));
		expect([...kinds].sort()).toEqual(['code', 'data', 'page', 'picture', 'recording']);
	});

	it('is on the web one gallery in one language, with what shows it', async () => {
		const all = (await filesIn(web)).filter((file) => file.startsWith('media-manifest/'));
		expect(all).toEqual(
			['en/road', 'en/room', 'fa/road', 'fa/room'].map(
				(one) => `media-manifest/galleries/${one}.json`,
			),
		);
		const of = (name: string) =>
			json<GalleryManifest>(web, `media-manifest/galleries/${name}.json`);
		const { bytes, files: kept } = of('fa/room');
		expect(bytes).toBe(sum(kept));
		for (const one of kept) expectTrue(web, one);
		const paths = kept.map(({ path }) => path);
		const pages = ['', 'both/', 'door/'].flatMap((page) =>
			['__data.json', 'index.html'].map((file) => `fa/galleries/room/${page}${file}`),
		);
		expect(paths.filter((path) => path.startsWith('fa/')).sort()).toEqual(pages.sort());
		const rest = paths.filter((path) => !/^(fa|_app)\//.test(path));
		expect(rest.map((path) => path.replace(/^media\/\w+/, '')).sort()).toEqual([
			...['-1280.avif', '-320.avif', '-48.avif', '-640.avif', '.mp3'],
		]);
		const code = (await filesIn(web)).filter((file) => file.startsWith('_app/'));
		expect(paths.filter((path) => path.startsWith('_app/'))).toEqual(code);
		expect(of('en/room').files.some(({ kind }) => kind === 'recording')).toBe(false);
		expect(of('en/room').version).not.toBe(of('fa/room').version);
	});
});
