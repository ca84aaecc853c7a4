import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import type { Picture, Rendition } from '../../model.ts';
import { concurrently } from '../content/concurrent.ts';
import { exists } from '../content/exists.ts';
import type { PhotoRecord } from '../content/record.ts';
import { cachePath, cachedBytes, seal } from './cache.ts';
import { writeWhole } from '../content/write.ts';
import { planRenditions } from './plan.ts';
import { encode, encoder, safeMaster } from './render.ts';
import type { Settings } from './settings.ts';
import type { SourceHash } from './sources.ts';

export interface Studio {
	root: string;
	cache: string;
	settings: Settings;
	hash: SourceHash;
}

export interface Made {
	pictures: Map<string, Picture>;
	failed: { photo: PhotoRecord; reason: string }[];
	made: number;
	reused: number;
	/** Of all files, made or reused. */
	bytes: number;
	/** Of the sources that were decoded. */
	megapixels: number;
}

export interface Progress {
	done: number;
	of: number;
	megapixels: number;
}

/** Makes the pictures of all these photos, several at once; one that fails does not stop the others. */
export async function makePictures(
	studio: Studio,
	photos: readonly PhotoRecord[],
	tell: (progress: Progress) => void,
): Promise<Made> {
	const made: Made = {
		pictures: new Map(),
		failed: [],
		made: 0,
		reused: 0,
		bytes: 0,
		megapixels: 0,
	};
	let done = 0;
	const results = await concurrently(availableParallelism(), photos, async (photo) => {
		const result = await makePicture(studio, photo, made).catch(ofThisPicture(studio));
		tell({ done: ++done, of: photos.length, megapixels: made.megapixels });
		return result;
	});
	for (const [index, photo] of photos.entries()) {
		const result = results[index];
		if (result && !(result instanceof Error)) made.pictures.set(photo.id, result);
		else made.failed.push({ photo, reason: reasonOf(result) });
	}
	return made;
}

async function makePicture(studio: Studio, photo: PhotoRecord, made: Made): Promise<Picture> {
	const picture = await planPicture(studio, photo);
	const { renditions } = picture;
	const cached = await cachedBytes(studio.cache, renditions);
	if (cached !== undefined) {
		made.reused += renditions.length;
		made.bytes += cached;
		return picture;
	}
	const master = await safeMaster(join(studio.root, photo.file), photo.redact);
	const sizes: Record<string, number> = {};
	for (const rendition of renditions) {
		const data = await encode(master, rendition, studio.settings);
		// Read-only, for links to it lie in `build/`.
		await writeWhole(cachePath(studio.cache, rendition.name), data, 0o444);
		sizes[rendition.name] = data.length;
		made.bytes += data.length;
	}
	await seal(studio.cache, renditions, sizes);
	made.made += renditions.length;
	made.megapixels += (photo.size.width * photo.size.height) / 1e6;
	return picture;
}

/** Makes one file, whatever else is there: for `npm run dev`. Returns its path. */
export async function makeRendition(
	{ root, cache, settings }: Studio,
	photo: PhotoRecord,
	rendition: Rendition,
): Promise<string> {
	const master = await safeMaster(join(root, photo.file), photo.redact);
	const path = cachePath(cache, rendition.name);
	await writeWhole(path, await encode(master, rendition, settings), 0o444);
	return path;
}

/** The files that a photo will have, by its content: it must be read once to be hashed. */
export async function planPicture(studio: Studio, photo: PhotoRecord): Promise<Picture> {
	const { root, settings } = studio;
	const { size, maxWidth, redact } = photo;
	const hash = await studio.hash(root, photo.file);
	const recipe = { size, maxWidth, redact: redact.map(shapeOnly), settings, encoder };
	return { ...size, renditions: planRenditions(hash, recipe) };
}

/** The words beside a redaction change nothing in the picture. */
function shapeOnly({ shape, x, y, w, h, points }: PhotoRecord['redact'][number]) {
	return { shape, x, y, w, h, points };
}

const ofTheSystem = new Set(['ENOSPC', 'EACCES', 'EPERM', 'EROFS', 'EDQUOT', 'EMFILE']);

/**
 * Passes on what is wrong with one picture. A full disk, a folder that may not be written or one
 * that vanished concerns the build, and ends it.
 */
function ofThisPicture({ root }: Studio) {
	return async (error: NodeJS.ErrnoException): Promise<Error> => {
		if (ofTheSystem.has(error.code ?? '')) throw error;
		const isGone = error.code === 'ENOENT' && !(await exists(root));
		if (isGone) throw Object.assign(error, { path: root });
		return error;
	};
}

/** sharp's words, for a curator: its first line without what only a programmer knows. */
function reasonOf(error: Error | undefined): string {
	const { code, message = '' } = (error ?? {}) as NodeJS.ErrnoException;
	if (code === 'ENOENT') return 'vanished while the pictures were made';
	if (/exceeds pixel limit/.test(message)) return 'has more than 120 megapixels';
	if (/heif|hevc|decoding plugin/i.test(message)) return 'is HEIC, which cannot be read yet';
	return 'is damaged and cannot be decoded';
}
