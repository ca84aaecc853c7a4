import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Version } from '../contract/view.ts';
import type { Book } from './book.ts';
import type { Kept } from './desk.ts';
import { storyFile } from './operations/story.ts';
import { backupFolder } from './store.ts';
import { StudioRefusal } from './studio-refusal.ts';

/** The file that keeps a subject. */
export function fileOf(book: Book, of: Kept): string {
	switch (of.kind) {
		case 'exhibition':
			return 'exhibition.yaml';
		case 'photo':
			return book.photo(of.photo).gallery.file;
		case 'story':
			return storyFile(book, of.story, of.lang);
		default:
			return book.gallery(of.gallery).file;
	}
}

const name = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-[0-9a-f]{64}$/;

/** Earlier states of a file, the latest first. */
export async function versionsOf(root: string, file: string): Promise<Version[]> {
	const folder = backupFolder(root, file);
	const names = (await readdir(folder).catch(() => [])).filter((one) => name.test(one));
	const found = names
		.sort()
		.reverse()
		.map(async (version) => ({
			...{ file, version, at: version.replace(name, '$1-$2-$3T$4:$5:$6.$7Z') },
			bytes: (await stat(join(folder, version))).size,
		}));
	return Promise.all(found);
}

/** @throws {StudioRefusal} if there is none of this name */
export async function versionText(root: string, file: string, version: string): Promise<string> {
	const path = join(backupFolder(root, file), version);
	const text = name.test(version) ? await readFile(path, 'utf8').catch(() => undefined) : undefined;
	if (text !== undefined) return text;
	throw new StudioRefusal('This version is not kept any more.', 'choose another', file);
}
