import { basename, dirname } from 'node:path/posix';
import type { Content, GalleryRecord } from '../../lib/server/content/record.ts';
import { slug, unfit } from '../../lib/server/content/slug.ts';
import { isPicture } from '../../lib/server/content/tree.ts';
import { shaOf } from './disk.ts';
import { rawOf } from './raw.ts';
import { own } from './text/value.ts';

/** A picture in the folder of a gallery whose list does not name it: it hangs nowhere yet. */
export interface Loose {
	id: string;
	gallery: string;
	/** Relative to the content folder. */
	file: string;
}

export function looseIn(content: Content, files: Iterable<string>): Loose[] {
	const folders = new Map(
		content.galleries.flatMap((one) => {
			const names = listed(one);
			return names ? [[one.folder, { gallery: one.id, names }] as const] : [];
		}),
	);
	const taken = new Set(content.photos.map(({ id }) => id));
	return [...files].filter(isPicture).flatMap((file) => {
		const folder = dirname(file);
		const found = folders.get(folder === '.' ? '' : folder);
		if (!found || found.names.has(basename(file).normalize('NFC'))) return [];
		const id = idOf(file, taken);
		taken.add(id);
		return [{ id, gallery: found.gallery, file }];
	});
}

/** Undefined where none is written: then every picture of the folder hangs. */
function listed({ origin }: GalleryRecord): Set<string> | undefined {
	const { photos } = rawOf(origin.source);
	if (!Array.isArray(photos)) return undefined;
	const names = photos.flatMap((item) => own(item, 'file') ?? []);
	return new Set(names.map((name) => String(name).normalize('NFC')));
}

/** What it will go by once it hangs, where its name alone says that: then it stays chosen on its way. */
function idOf(file: string, taken: ReadonlySet<string>): string {
	const stem = basename(file).replace(/\.[^.]*$/, '');
	const id = unfit(stem, []) ? '' : slug(stem);
	return id !== '' && !taken.has(id) ? id : `loose-${shaOf(file).slice(0, 8)}`;
}
