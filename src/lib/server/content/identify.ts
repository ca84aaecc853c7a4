import { basename, join } from 'node:path';
import { concurrently } from './concurrent.ts';
import { atOrigin, type GalleryDraft } from './galleries.ts';
import type { Hung } from './hang.ts';
import { hashFile, hashText } from './hash.ts';
import { assignIds, needHash, type Named } from './ids.ts';
import { problem, type Problem } from './problems.ts';
import { about } from './read-file.ts';
import { slug, unfit } from './slug.ts';
import { groupBy } from './tree.ts';

export type HungPhoto = Extract<Hung, { kind: 'photo' }>;

/** An id for each photo, by its file. Only files whose name gives no id of its own are read. */
export async function identifyPhotos(
	root: string,
	photos: readonly HungPhoto[],
	listed: readonly string[],
	hash = hashFile,
): Promise<{ ids: Map<string, string>; problems: Problem[] }> {
	const named = photos.map(({ file, name, entry }) => ({
		key: file,
		stem: stem(name),
		id: entry.id,
	}));
	const wanted = needHash(named, listed);
	const hashed = await concurrently(4, wanted, async (file) => {
		return [file, await hash(join(root, file))] as const;
	});
	const ids = assignIds(named, new Map(hashed), listed);
	return { ids, problems: [...duplicates(photos), ...neutralNames(photos, ids, listed)] };
}

/** A gallery's id is its path as a slug; the content folder itself goes by its own name. */
export function identifyGalleries(
	root: string,
	drafts: readonly GalleryDraft[],
	listed: readonly string[],
) {
	const named: Named[] = drafts.map(({ folder: { path } }) => ({
		key: path,
		stem: path === '' ? basename(root) : path.replaceAll('/', ' '),
	}));
	const hashes = new Map(named.map(({ key, stem }) => [key, hashText(stem)]));
	return assignIds(named, hashes, listed);
}

function stem(name: string): string {
	return name.replace(/\.[^.]*$/, '');
}

function duplicates(photos: readonly HungPhoto[]): Problem[] {
	const explicit = photos.filter(({ entry }) => entry.id !== undefined);
	return [...groupBy(explicit, ({ entry }) => entry.id ?? '').values()].flatMap(
		([first, ...others]) =>
			others.map((photo) => {
				const before = first && atOrigin(first.origin, ['id'], 'value');
				const { file, position } = atOrigin(photo.origin, ['id'], 'value');
				const message = `the id "${photo.entry.id}" is taken by ${before?.file}:${before?.position.line}`;
				return problem('error', file, position, message, 'give one of the two another id');
			}),
	);
}

/** Names that give no address: told one by one where the curator listed them, else folder by folder. */
function neutralNames(
	photos: readonly HungPhoto[],
	ids: ReadonlyMap<string, string>,
	listed: readonly string[],
): Problem[] {
	const without = photos.filter(({ entry, name }) => !entry.id && unfit(stem(name), listed));
	const single = without.filter((photo) => photo.listed);
	const folders = groupBy(
		without.filter((photo) => !photo.listed),
		({ file }) => file.replace(/\/?[^/]*$/, ''),
	);
	return [
		...single.map((photo) => neutral(photo, ids.get(photo.file) ?? '', listed)),
		...[...folders].map(([folder, { length }]) =>
			about(
				folder || '.',
				length === 1
					? 'a picture gets an address without meaning: its name is a counter, a date or the like'
					: `${length} pictures get addresses without meaning: their names are counters, dates or the like`,
				'rename them by what they show, or list them in a gallery.yaml with an `id:`',
			),
		),
	];
}

function neutral(
	{ name, entry, origin }: HungPhoto,
	id: string,
	listed: readonly string[],
): Problem {
	const { file, position } = atOrigin(origin, ['file'], 'value');
	const title = typeof entry.title === 'string' ? entry.title : Object.values(entry.title ?? {})[0];
	const better = title && !unfit(title, listed) ? slug(title) : 'what-it-shows';
	const message = `the name "${name}" ${unfit(stem(name), listed)}, so the address is ${id}`;
	return problem('warning', file, position, message, `add a line such as \`id: ${better}\``);
}
