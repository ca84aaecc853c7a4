import { fork } from 'node:child_process';
import { copyFile, link, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Exhibition } from '../lib/model.ts';
import { concurrently } from '../lib/server/content/concurrent.ts';
import { hashText } from '../lib/server/content/hash.ts';
import { cachePath } from '../lib/server/images/cache.ts';
import { Refusal } from './refusal.ts';
import { refusedIn } from './system-error.ts';

/** Makes the pages of a published exhibition in `staging`. Returns the peak of memory in megabytes. */
export async function makePages(
	checkout: string,
	exhibition: Exhibition,
	staging: string,
): Promise<number> {
	const text = JSON.stringify(exhibition);
	const snapshot = join(checkout, '.svelte-kit', 'nigoh', 'exhibition.json');
	await mkdir(dirname(snapshot), { recursive: true });
	await writeFile(snapshot, text);
	return runKit(checkout, {
		NODE_ENV: 'production',
		NIGOH_CHANNEL: exhibition.channel,
		NIGOH_SNAPSHOT: snapshot,
		NIGOH_STAGING: staging,
		NIGOH_VERSION: hashText(text).slice(0, 12),
	});
}

function runKit(checkout: string, settings: Record<string, string>): Promise<number> {
	return new Promise((done, fail) => {
		const script = join(checkout, 'src', 'vite', 'pages.js');
		// Also what a test asks for is made as by a command: the typefaces too, which no test makes for itself.
		const env = { ...process.env, VITEST: undefined, ...settings };
		const child = fork(script, { cwd: checkout, env, silent: true, execArgv: [] });
		let output = '';
		let megabytes = 0;
		for (const stream of [child.stdout, child.stderr]) {
			stream?.on('data', (data: Buffer) => (output = (output + data.toString()).slice(-8000)));
		}
		child.on('message', (message: { megabytes: number }) => (megabytes = message.megabytes));
		child.on('error', fail);
		child.on('exit', (code, signal) => {
			if (code === 0) done(megabytes);
			else fail(failure(signal, code, output.trim()));
		});
	});
}

/** A full disk is the system's refusal here as anywhere; all else is a mistake of ours. */
function failure(signal: NodeJS.Signals | null, code: number | null, output: string): Error {
	if (signal === 'SIGKILL' || output.includes('heap out of memory')) {
		return new Refusal('there is not enough memory to make the pages', 'close other programs', 1);
	}
	const error = new Error(`the pages could not be made (${signal ?? code}):\n${output}`);
	return Object.assign(error, refusedIn(output));
}

/**
 * Puts the pictures where the plugin left empty files of their names: as hard links into the cache,
 * or as copies where the file system refuses.
 */
export async function linkPictures(staging: string, cache: string): Promise<void> {
	const media = join(staging, 'media');
	const names = await readdir(media).catch(() => []);
	await concurrently(8, names, async (name) => {
		const place = join(media, name);
		await rm(place);
		await linkOrCopy(cachePath(cache, name), place);
	});
}

/** A hard link where the file system grants one. */
export async function linkOrCopy(from: string, to: string): Promise<void> {
	await link(from, to).catch((error: NodeJS.ErrnoException) => {
		if (!['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'EACCES'].includes(error.code ?? '')) throw error;
		return copyFile(from, to);
	});
}

/** Number and bytes of the HTML pages below a folder. */
export async function countPages(site: string, files: readonly string[]) {
	const pages = files.filter((file) => file.endsWith('.html'));
	const sizes = await concurrently(16, pages, async (page) => (await stat(join(site, page))).size);
	return { count: pages.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
