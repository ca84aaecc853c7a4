import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { draftEntry } from '../lib/server/content/draft-entry.ts';
import { Edit } from '../lib/server/content/edit.ts';
import { exists } from '../lib/server/content/exists.ts';
import { hashFile } from '../lib/server/content/hash.ts';
import { privateMetadata } from '../lib/server/content/metadata/private.ts';
import { readMetadata, UnreadablePicture } from '../lib/server/content/metadata/read.ts';
import type { Content, PhotoRecord } from '../lib/server/content/record.ts';
import { titleFromName } from '../lib/server/content/text.ts';
import { isPicture, listFolders } from '../lib/server/content/tree.ts';
import { numbered, vaultOf } from '../lib/server/content/vault.ts';
import { removeDrafts, writeWhole } from '../lib/server/content/write.ts';
import { cleaned } from '../lib/server/images/clean/clean.ts';
import { filesIn } from './made.ts';

/** What became of the pictures of a folder; `file` is below that folder. */
export interface Intake {
	taken: { file: string; as: string; found: readonly string[] }[];
	known: { file: string; as: string }[];
	refused: { file: string; reason: string }[];
}

/** Where pictures go. */
interface Desk {
	content: Content;
	vault: string;
	/** Folder of the gallery, relative to the content folder. */
	gallery: string;
	/** Paths below the content folder and below the vault, by the hash of what lies there. */
	shown: Map<string, string>;
	/** What hangs somewhere, as paths below the content folder. */
	hung: Set<string>;
	kept: Map<string, string>;
}

/**
 * Brings the pictures of a folder in, one after the other: the untouched file into the vault, a cleaned
 * one into the gallery's folder, a draft of its entry into gallery.yaml. Each step leaves whole files, and
 * what was interrupted goes on where it stopped. What is there already, by content, is named only.
 */
export async function takeIn(
	content: Content,
	folder: string,
	gallery: string,
	tell: (done: number, of: number) => void,
): Promise<Intake> {
	const files = (await filesIn(folder)).filter(isWanted);
	return takeFiles(content, { folder, files }, gallery, tell);
}

/** The same for some of its files, as paths below the folder. */
export async function takeFiles(
	content: Content,
	{ folder, files }: { folder: string; files: readonly string[] },
	gallery: string,
	tell: (done: number, of: number) => void,
): Promise<Intake> {
	const desk = await deskOf(content, gallery);
	const intake: Intake = { taken: [], known: [], refused: [] };
	for (const [index, file] of files.entries()) {
		tell(index, files.length);
		await takeOne(desk, folder, file, intake).catch((error: Error) => {
			const { code } = error as NodeJS.ErrnoException;
			if (code !== undefined && !(error instanceof UnreadablePicture)) throw error;
			intake.refused.push({ file, reason: error.message });
		});
	}
	tell(files.length, files.length);
	return intake;
}

/** Hidden files are other programs' own. */
function isWanted(file: string): boolean {
	return isPicture(file) && !file.split('/').some((part) => part.startsWith('.'));
}

async function deskOf(content: Content, gallery: string): Promise<Desk> {
	const vault = vaultOf(content);
	for (const root of [content.root, vault]) await removeDrafts(join(root, gallery));
	const folders = await listFolders(content.root);
	const pictures = folders.flatMap(({ path, pictures: names }) =>
		names.map((name) => (path ? `${path}/${name}` : name)),
	);
	const originals = (await filesIn(vault)).filter(isPicture);
	const byHash = async (root: string, files: readonly string[]) => {
		const map = new Map<string, string>();
		for (const file of files) map.set(await hashFile(join(root, file)), file);
		return map;
	};
	const [shown, kept] = [await byHash(content.root, pictures), await byHash(vault, originals)];
	// In this gallery's folder a picture without an entry may be what an interrupted import left.
	const isHung = ({ file, origin }: PhotoRecord) =>
		origin.source !== undefined || !file.startsWith(`${gallery}/`);
	const hung = new Set(content.photos.filter(isHung).map(({ file }) => file));
	return { content, vault, gallery, shown, kept, hung };
}

async function takeOne(desk: Desk, folder: string, file: string, intake: Intake): Promise<void> {
	const path = join(folder, file);
	const hash = await hashFile(path);
	const original = desk.kept.get(hash);
	const before = original ? await finished(desk, original) : desk.shown.get(hash);
	if (before) {
		intake.known.push({ file, as: before });
		return;
	}
	const beside = await sidecarsOf(path);
	const { embedded } = await readMetadata(path, beside);
	const found = await privateMetadata(path);
	const bytes = await readFile(path);
	const clean = await cleaned(bytes).catch((error: Error) => {
		throw new UnreadablePicture(`it cannot be cleaned: ${error.message}`);
	});
	const as = original ?? (await freePlace(desk, basename(file)));
	await writeWhole(join(desk.vault, as), bytes);
	await writeWhole(join(desk.content.root, as), clean);
	await enter(desk, draftEntry(basename(as), embedded, desk.content.languages));
	desk.kept.set(hash, as);
	desk.hung.add(as);
	intake.taken.push({ file, as, found });
}

/** What an original became, where that was brought to its end. */
async function finished(
	{ content, gallery, hung }: Desk,
	original: string,
): Promise<string | undefined> {
	// It lies elsewhere: that import is not this one's to end.
	const isElsewhere = !original.startsWith(`${gallery}/`);
	const isDone = hung.has(original) && (await exists(join(content.root, original)));
	return isDone || isElsewhere ? original : undefined;
}

async function freePlace({ content, vault, gallery }: Desk, name: string): Promise<string> {
	for (let number = 1; ; number++) {
		const place = `${gallery}/${numbered(name.normalize('NFC'), number)}`;
		const isTaken = [content.root, vault].map((root) => exists(join(root, place)));
		if (!(await Promise.all(isTaken)).some(Boolean)) return place;
	}
}

async function sidecarsOf(path: string): Promise<string[]> {
	const stem = path.replace(/\.[^.]*$/, '');
	const names = [path, stem].flatMap((one) => [`${one}.xmp`, `${one}.XMP`]);
	const there = await Promise.all(names.map(exists));
	return names.filter((_, index) => there[index]);
}

/** A gallery that hung everything in its folder goes on doing so: what lay there is listed first. */
async function enter({ content, gallery }: Desk, entry: Record<string, unknown>): Promise<void> {
	const path = join(content.root, gallery, 'gallery.yaml');
	const source = content.languages[0] ?? 'en';
	const title = JSON.stringify(titleFromName(basename(gallery)));
	const before = (await exists(path))
		? await readFile(path, 'utf8')
		: `title: { ${source}: ${title} }\n`;
	const edit = new Edit(before);
	if (!edit.has('photos')) {
		const there = content.photos
			.map(({ file }) => file)
			.filter(
				(file) =>
					file === `${gallery}/${basename(file)}` && file !== `${gallery}/${String(entry.file)}`,
			);
		for (const file of there) edit.append('photos', { file: basename(file) });
	}
	await writeWhole(path, String(edit.append('photos', entry)));
}
