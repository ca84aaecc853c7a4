import { basename } from 'node:path/posix';
import type { Content, PhotoRecord } from '../../lib/server/content/record.ts';

/** What a row says of which photo it is. */
export type Naming = Partial<Record<'id' | 'file' | 'number', string>>;

/**
 * Finds photos by what rows call them. The first that a row gives decides, id before file before number: a row whose
 * id is wrong is not taken for the photo of its file.
 */
export function photoFinder({ photos, galleries }: Content) {
	const ids = new Map(photos.map((photo) => [photo.id, photo]));
	const files = unambiguous(
		photos.flatMap((one) => fileNames(one).map((name) => [name, one] as const)),
	);
	const numbers = numbersOf(photos, galleries);
	return ({ id, file, number }: Naming): PhotoRecord | undefined => {
		if (id) return ids.get(id.trim());
		if (file) return files.get(folded(file));
		return number ? numbers.get(number.toLowerCase().replace(/[^\p{L}\p{N}/-]/gu, '')) : undefined;
	};
}

/** With and without folder and extension. */
function fileNames({ file }: PhotoRecord): string[] {
	const name = basename(file);
	const names = [file, name, withoutExtension(file), withoutExtension(name)];
	return [...new Set(names.map(folded))];
}

function withoutExtension(name: string): string {
	return name.replace(/\.[^./]+$/, '');
}

function folded(name: string): string {
	return name.trim().normalize('NFC').replaceAll('\\', '/').toLowerCase();
}

/** `12` through all galleries in hanging order, which is the row in a table of ours; `road/3` within one. */
function numbersOf(photos: Content['photos'], galleries: Content['galleries']) {
	const through = photos.map((photo, index) => [`${index + 1}`, photo] as const);
	const within = galleries.flatMap(({ id }) =>
		photos
			.filter(({ gallery }) => gallery === id)
			.map((photo, index) => [`${id}/${index + 1}`, photo] as const),
	);
	return new Map<string, PhotoRecord>([...through, ...within]);
}

/** A name of two photos is none. */
function unambiguous(named: readonly (readonly [string, PhotoRecord])[]) {
	const found = new Map<string, PhotoRecord | undefined>();
	for (const [name, photo] of named)
		found.set(name, found.has(name) && found.get(name) !== photo ? undefined : photo);
	return found;
}
