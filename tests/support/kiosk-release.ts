import { createHash, generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import type { KioskIndex } from '../../src/kiosk/release/index-file.ts';
import { makeRelease } from '../../src/kiosk/release/make.ts';
import { contentFolder, temporaryFolder } from './folder.ts';

export const keys = generateKeyPairSync('ed25519');

/** Bytes that no other name has. */
export function bytesOf(name: string, count = 400): Buffer {
	return createHash('shake256', { outputLength: count }).update(name).digest();
}

export function filesOf(photo: string): string[] {
	const page = `en/galleries/hall/${photo}`;
	return [
		`media/${photo}-320.avif`,
		`media/${photo}-640.jpg`,
		`${page}/index.html`,
		`${page}/__data.json`,
	];
}

interface Told {
	photos: readonly string[];
	withdrawn?: readonly string[];
	until?: Readonly<Record<string, string>>;
	/** Stands on the first page. */
	title?: string;
	publicUrl?: string | null;
	/** Of those that are withdrawn. */
	mayReturn?: readonly string[];
}

/** What a build for kiosks leaves of these photos. */
export async function kioskBuild({
	photos,
	withdrawn = [],
	until = {},
	title = 'One',
	mayReturn = [],
	...more
}: Told) {
	const index: KioskIndex = {
		format: 1,
		galleries: ['hall'],
		photos: photos.map((id) => ({ id, gallery: 'hall', until: until[id], files: filesOf(id) })),
		withdrawn: [...withdrawn],
		...more,
	};
	const files = photos.flatMap(filesOf).map((file) => [file, bytesOf(file)] as const);
	return contentFolder({
		'index.html': `<h1>${title}</h1>`,
		'_app/immutable/start.js': 'start()',
		'kiosk.json': JSON.stringify(index),
		'.nigoh-taken-off': JSON.stringify({ withdrawn, mayReturn }),
		...Object.fromEntries(files),
	});
}

let made = Date.parse('2026-11-24T08:00:00Z');

/** A release of such a build in a folder of its own; each is a minute younger than the one before. */
export async function kioskRelease(told: Told, folder?: string) {
	const place = folder ?? join(await temporaryFolder(), 'release');
	const now = new Date((made += 60_000)).toISOString();
	const build = await kioskBuild(told);
	return {
		folder: place,
		...(await makeRelease({ build, folder: place, key: keys.privateKey, now })),
	};
}
