import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Exhibition, Gallery } from '../lib/model.ts';
import type { GalleryManifest, Kept, ManifestIndex } from '../lib/offline-model.ts';
import { concurrently } from '../lib/server/content/concurrent.ts';
import { hashFile, hashText } from '../lib/server/content/hash.ts';
import { filesOfPage } from './belongings.ts';
import { kioskIndexName } from './kiosk-index.ts';

export type { GalleryManifest, Kept, ManifestIndex };

const folder = 'media-manifest';
/** Files in a shard, which is then 150 KB. */
const most = 1000;
/** Widest picture, in pixels, that somebody's own telephone keeps. */
const widest = 1280;

/** Lists everything that a tablet in a hall must keep. What runs a script shows AVIF, so no JPEG is kept beside one. */
export async function writeKioskManifest(
	site: string,
	exhibition: Exhibition,
	files: readonly string[],
): Promise<void> {
	const own = new RegExp(`^(\\.|${kioskIndexName}$|${folder}/|media/.*\\.jpg$)`);
	const kept = await describe(
		site,
		pictureOf(exhibition),
		files.filter((file) => !own.test(file)),
	);
	const shards: ManifestIndex['shards'] = [];
	for (let from = 0; from < kept.length; from += most) {
		const some = kept.slice(from, from + most);
		const path = `${folder}/${String(shards.length).padStart(3, '0')}.json`;
		await write(site, path, { files: some });
		shards.push({ path, bytes: sum(some) });
	}
	const index: ManifestIndex = { version: versionOf(kept), bytes: sum(kept), shards };
	await write(site, `${folder}/index.json`, index);
}

/** Lists, for each gallery in each language, what a visitor must keep to walk through it without a network. */
export async function writeGalleryManifests(
	site: string,
	exhibition: Exhibition,
	files: readonly string[],
): Promise<void> {
	const same = pictureOf(exhibition);
	const code = await describe(
		site,
		same,
		files.filter((file) => file.startsWith('_app/')),
	);
	for (const lang of exhibition.languages) {
		for (const gallery of exhibition.galleries) {
			const own = await describe(site, same, filesOfGallery(exhibition, gallery, lang));
			const all = [...code, ...own];
			const manifest: GalleryManifest = { version: versionOf(all), bytes: sum(all), files: all };
			await write(site, `${folder}/galleries/${lang}/${gallery.id}.json`, manifest);
		}
	}
}

function filesOfGallery({ photos }: Exhibition, gallery: Gallery, lang: string): string[] {
	const texts = gallery.hangings.filter((one) => one.kind === 'text');
	const ids = gallery.hangings.flatMap((one) => (one.kind === 'photo' ? one.id : []));
	const shown = [...new Set(ids)].flatMap((id) => photos[id] ?? []);
	const pictures = shown.flatMap(({ picture }) =>
		picture.renditions.filter(({ format, width }) => format === 'avif' && width <= widest),
	);
	const recordings = [...shown, ...texts].flatMap(({ audio }) => audio?.[lang] ?? []);
	const media = [...pictures.map(({ name }) => name), ...recordings];
	const room = [lang, 'galleries', gallery.id];
	const pages = [filesOfPage(...room), ...shown.map(({ id }) => filesOfPage(...room, id))].flat();
	return [...new Set([...pages, ...media.map((name) => `media/${name}`)])].sort();
}

/** What each picture's file is a width of: crops of a photo are other pictures. */
function pictureOf({ photos }: Exhibition): ReadonlyMap<string, string> {
	const pictures = Object.values(photos).flatMap(({ id, picture }) => [
		...picture.renditions.map(({ name }) => [name, id] as const),
		...(picture.cover ?? []).map(({ name }) => [name, `${id}/cover`] as const),
		...(picture.tall ?? []).map(({ name }) => [name, `${id}/tall`] as const),
	]);
	return new Map(pictures.map(([name, of]) => [`media/${name}`, of]));
}

async function describe(
	site: string,
	same: ReadonlyMap<string, string>,
	files: readonly string[],
): Promise<Kept[]> {
	return concurrently(8, files, async (path) => {
		const place = join(site, path);
		const [sha256, { size }] = await Promise.all([hashFile(place), stat(place)]);
		return { path, sha256, bytes: size, kind: kindOf(path), of: same.get(path) };
	});
}

function kindOf(path: string): Kept['kind'] {
	if (path.endsWith('.html')) return 'page';
	if (path.endsWith('__data.json')) return 'data';
	if (/\.(mp3|m4a|ogg)$/.test(path)) return 'recording';
	return /\.(avif|jpg|png|svg)$/.test(path) ? 'picture' : 'code';
}

function sum(files: readonly Kept[]): number {
	return files.reduce((all, { bytes }) => all + bytes, 0);
}

function versionOf(files: readonly Kept[]): string {
	const text = files.map(({ path, sha256 }) => `${sha256} ${path}\n`).join('');
	return hashText(text).slice(0, 20);
}

async function write(site: string, path: string, value: object): Promise<void> {
	await mkdir(dirname(join(site, path)), { recursive: true });
	await writeFile(join(site, path), `${JSON.stringify(value)}\n`);
}
