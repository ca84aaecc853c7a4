import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { concurrently } from '../content/concurrent.ts';
import type { Decisions } from '../content/decisions.ts';
import { atOrigin } from '../content/galleries.ts';
import { problem, type Problem } from '../content/problems.ts';
import type { Content, Origin } from '../content/record.ts';
import type { Path } from '../content/source.ts';
import { isKept, keep, readManifest, writeManifest } from '../images/cache.ts';
import { cleanedRecording } from './clean/clean.ts';

/** One recording that something names. */
interface Named {
	/** Relative to the content folder. */
	file: string;
	origin: Origin;
	/** The key that names it, from its entry. */
	path: Path;
	/** Is what it belongs to published? */
	published: boolean;
}

/** Raised when cleaning changes: what was made before is made anew. */
const version = 'recording-1';

/**
 * Recordings of what is published, cleaned and put into the cache under the hash of what is left.
 *
 * @returns their names, by file relative to the content folder; what cannot be cleaned has none
 */
export async function makeRecordings(
	{ root, ...content }: Content,
	decisions: Decisions,
	cache: string,
): Promise<Map<string, string>> {
	const named = namedRecordings(content, decisions).filter(({ published }) => published);
	const files = [...new Set(named.map(({ file }) => file))];
	const names = await concurrently(2, files, (file) =>
		// `recordingProblems` has told what is wrong with it.
		made(join(root, file), cache).catch(unlessSystem),
	);
	return new Map(files.flatMap((file, at) => (names[at] ? [[file, names[at]]] : [])));
}

async function made(path: string, cache: string): Promise<string> {
	const source = await readFile(path);
	const master = { source: hashOf(source), key: version };
	const known = readManifest(cache, master);
	const [before] = Object.keys(known?.bytes ?? {});
	if (before !== undefined && isKept(cache, before, known)) return before;
	const { bytes, extension } = cleanedRecording(source);
	const name = `${hashOf(bytes).slice(0, 20)}.${extension}`;
	await keep(cache, name, bytes);
	await writeManifest(cache, master, { colour: '', bytes: { [name]: bytes.length } });
	return name;
}

function hashOf(bytes: Buffer): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** A full disk is no fault of a recording. */
function unlessSystem(error: NodeJS.ErrnoException): undefined {
	if (error.code && error.code !== 'ENOENT') throw error;
}

/** What is wrong with the files themselves, each at the line that names it; what is missing is told before. */
export async function recordingProblems(content: Content): Promise<Problem[]> {
	const found = await concurrently(2, namedRecordings(content), async (one) => {
		const bytes = await readFile(join(content.root, one.file)).catch(() => undefined);
		return bytes ? judged(one, bytes) : [];
	});
	return found.flat();
}

function judged({ file, origin, path }: Named, bytes: Buffer): Problem[] {
	const { file: yaml, position } = atOrigin(origin, path, 'value');
	const name = file.replace(/^.*\//, '');
	try {
		if (cleanedRecording(bytes).extension !== 'ogg') return [];
		const remedy = 'export it as MP3 or M4A too';
		const message = `"${name}" is Opus, which iPhones before iOS 18.4 do not play`;
		return [problem('warning', yaml, position, message, remedy)];
	} catch (error) {
		const message = `"${name}" cannot be published: ${(error as Error).message}`;
		return [problem('error', yaml, position, message, 'export it as MP3, M4A or Opus')];
	}
}

/** Everything that names a recording: photos, wall texts, stories. */
function namedRecordings(
	{ photos, galleries, stories }: Pick<Content, 'photos' | 'galleries' | 'stories'>,
	decisions?: Decisions,
): Named[] {
	const spoken = photos.flatMap(({ id, audio, origin }) =>
		each(audio, origin, decisions?.photos.get(id)?.published ?? false),
	);
	const texts = galleries.flatMap((gallery) =>
		gallery.hangings.flatMap((one) => {
			const published = decisions?.galleries.get(gallery)?.published ?? false;
			return one.kind === 'text' ? each(one.audio, one.origin, published) : [];
		}),
	);
	const told = stories.flatMap((story) => {
		const published = decisions?.stories.get(story)?.published ?? false;
		const { audio } = story.matter;
		const file = `stories/${audio}`;
		return audio ? [{ file, origin: story.origin, path: ['audio'], published }] : [];
	});
	return [...spoken, ...texts, ...told];
}

function each(
	audio: Readonly<Record<string, string>> | undefined,
	origin: Origin,
	published: boolean,
): Named[] {
	return Object.entries(audio ?? {}).map(([language, file]) => ({
		...{ file, origin, published },
		path: ['audio', language],
	}));
}
