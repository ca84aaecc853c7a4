import { readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Edit } from '../lib/server/content/edit.ts';
import { exists } from '../lib/server/content/exists.ts';
import { hashFile } from '../lib/server/content/hash.ts';
import type { Content, PhotoRecord } from '../lib/server/content/record.ts';
import { earlierNames, type RemovedPhoto } from '../lib/server/content/studio-memory.ts';
import { copiesIn, intoVault, vaultOf } from '../lib/server/content/vault.ts';
import { goneIds } from '../lib/server/content/withdrawn.ts';
import { writeWhole } from '../lib/server/content/write.ts';
import { forget } from '../lib/server/images/cache.ts';

/** Where nobody wrote an entry, only the absence of its file keeps a photo out. */
export async function putAway(content: Content, { file }: PhotoRecord): Promise<string> {
	await intoVault(content.root, vaultOf(content), file);
	for (const one of await withSidecars(content.root, file)) await rm(one, { force: true });
	return `${file} lies in the vault now`;
}

/** A photo's file and its originals, also under the names that it had before. */
export async function eraseFiles(
	content: Content,
	{ file }: Pick<PhotoRecord, 'file'>,
): Promise<string[]> {
	const { root } = content;
	const vault = vaultOf(content);
	const [names, kept] = [[file], [] as string[]];
	for (const name of await earlierNames(root, file)) {
		// What goes by that name today has its own originals there.
		if (await exists(join(root, name))) kept.push(name);
		else names.push(name);
	}
	const copies = (await Promise.all(names.map((name) => copiesIn(root, vault, name)))).flat();
	const all = [withSidecars(root, file), ...copies.map((copy) => withSidecars(vault, copy))];
	const paths = (await Promise.all(all)).flat();
	for (const path of paths) await rm(path, { force: true });
	return [
		...paths.map((path) => `${path} is erased`),
		...kept.map((name) => `it was called ${name} once: look in the vault whether that is of it`),
	];
}

/**
 * A photo that was removed before it was withdrawn lies in the studio's trash alone. Nobody may bring it back from
 * there, and kiosks that have it still must learn that it is to go.
 *
 * @param erase its originals too
 */
export async function eraseRemoved(
	content: Content,
	cache: string,
	{ id, trash, file }: RemovedPhoto,
	erase: boolean,
): Promise<string[]> {
	const { root } = content;
	const source = await hashFile(join(root, trash)).catch(() => undefined);
	if (source) await forget(cache, source);
	for (const path of await withSidecars(root, trash)) await rm(path, { force: true });
	await noteGone(content, id, file);
	const said = [`${file}, which was removed before, is erased from the studio’s trash`];
	// Another photo may have its place by now.
	const isFree = erase && !(await exists(join(root, file)));
	return isFree ? [...said, ...(await eraseFiles(content, { file }))] : said;
}

/** An entry without a file, as it is left of others that were withdrawn. */
async function noteGone(content: Content, id: string, file: string): Promise<void> {
	const known = [...content.photos.map((photo) => photo.id), ...goneIds(content)];
	const path = join(content.root, dirname(file), 'gallery.yaml');
	const text = await readFile(path, 'utf8').catch(() => '');
	// Where no list is written all pictures of the folder hang: one would take them down.
	if (known.includes(id) || !new Edit(text).has('photos')) return;
	const entry = { file: basename(file), id, consent: { status: 'withdrawn' } };
	await writeWhole(path, String(new Edit(text).append('photos', entry)));
}

async function withSidecars(folder: string, file: string): Promise<string[]> {
	const path = join(folder, file);
	const stem = join(dirname(path), basename(path).replace(/\.[^.]*$/, ''));
	const all = [path, ...[path, stem].flatMap((one) => [`${one}.xmp`, `${one}.XMP`])];
	const there = await Promise.all(all.map(exists));
	return all.filter((_, index) => there[index]);
}
