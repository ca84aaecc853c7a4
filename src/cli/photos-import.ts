import { readdir } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, resolve } from 'node:path';
import { hasErrors } from '../lib/server/content/examine.ts';
import { readContent } from '../lib/server/content/read.ts';
import { takeIn, type Intake } from '../vite/intake.ts';
import { options } from '../vite/options.ts';
import { Refusal } from '../vite/refusal.ts';
import type { Command } from './command.ts';
import { plural, printProblems } from './print.ts';

/**
 * `npm run photos:import -- FOLDER [--gallery NAME]`: brings photographs in, cleaned, as drafts, with the
 * captions that their files have; the untouched files go into the vault.
 */
export const run: Command = async (args, checkout) => {
	const flags = { gallery: { type: 'string' } } as const;
	const {
		exhibition,
		cache,
		rest,
		flags: chosen,
	} = options(args, process.env, checkout, flags, Infinity);
	const folder = await folderOf(rest);
	const content = await readContent(exhibition, { cache });
	if (hasErrors(content.problems)) {
		printProblems(content.problems, exhibition);
		throw new Refusal('the exhibition has errors', 'mend them first', 1);
	}
	if ([relative(folder, content.root), relative(content.root, folder)].some(isInside))
		throw new Refusal(`${folder} and the exhibition overlap`, 'name another folder', 1);
	const named = (chosen.gallery as string | undefined) ?? basename(folder);
	const gallery = galleryNamed(named, content.root);
	const intake = await takeIn(content, folder, gallery, showCount);
	tell(intake, join(exhibition, gallery));
	return intake.refused.length > 0 ? 1 : 0;
};

async function folderOf([given, ...others]: readonly string[]): Promise<string> {
	if (given === undefined || others.length > 0) {
		const remedy = 'write npm run photos:import -- FOLDER';
		throw new Refusal('photos:import brings in one folder', remedy, 2);
	}
	const folder = resolve(process.env.INIT_CWD ?? process.cwd(), given);
	await readdir(folder).catch(() => {
		throw new Refusal(`there is no folder ${folder}`, 'name the folder of the photographs', 1);
	});
	return folder;
}

function isInside(path: string): boolean {
	return !path.startsWith('..') && !isAbsolute(path);
}

function showCount(done: number, of: number): void {
	if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${of}${done === of ? '\n' : ''}`);
}

function galleryNamed(name: string, root: string): string {
	const path = relative(root, resolve(root, name)).replaceAll('\\', '/');
	const isFit =
		path !== '' &&
		!path.split('/').some((part) => part.startsWith('.')) &&
		!/^(stories|vault)(\/|$)/.test(path);
	if (isFit) return path;
	throw new Refusal(`"${name}" is no name of a gallery`, 'write for example --gallery road', 2);
}

function tell({ taken, known, refused }: Intake, place: string): void {
	const counts = new Map<string, number>();
	for (const what of taken.flatMap(({ found }) => found))
		counts.set(what, (counts.get(what) ?? 0) + 1);
	const removed = [...counts].map(([what, count]) => `${count} with ${what}`).join(', ');
	console.log(`${plural(taken.length, 'photo')}${removed ? `: ${removed}` : ''}`);
	if (removed) console.log('that was removed; the untouched files lie in the vault');
	for (const { file, as } of known) console.log(`${file} is here already, as ${as}`);
	for (const { file, reason } of refused)
		console.error(`${file} was not taken: ${reason}; export it as JPEG, or leave it out`);
	if (taken.length === 0) return;
	const here = relative(process.env.INIT_CWD ?? process.cwd(), join(place, 'gallery.yaml'));
	console.log(`drafts are in ${here}: add alt text and consent, then remove \`status: draft\``);
}
