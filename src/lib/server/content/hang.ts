import type { Text } from '../../model.ts';
import { within, type GalleryDraft } from './galleries.ts';
import { nearest } from './nearest.ts';
import { problem, type Problem } from './problems.ts';
import { about } from './read-file.ts';
import { audioFiles, missingRecordings } from './recordings.ts';
import type { AudioFiles, Origin } from './record.ts';
import { isReference, isWallText, type Entry, type PhotoEntry } from './schema/photo.ts';
import { present, asText } from './text.ts';
import type { Folder } from './tree.ts';

/** One thing on the wall as it was written, before ids are known. */
export type Hung =
	| {
			kind: 'photo';
			file: string;
			name: string;
			entry: Partial<PhotoEntry>;
			origin: Origin;
			listed: boolean;
			/** XMP files beside it, the nearest first; relative to the content folder. */
			sidecars: readonly string[];
	  }
	| { kind: 'ref'; id: string; hang: 'lead' | 'row'; section?: string; origin: Origin }
	| { kind: 'text'; text: Text; audio?: AudioFiles; section?: string; origin: Origin }
	/** A photo that was withdrawn, file and all. */
	| { kind: 'gone'; id: string; section?: undefined; origin: Origin };

const naturally = new Intl.Collator('en', { numeric: true });

/** What hangs in a gallery: the entries of `photos:`, or, without these, every picture by file name. */
export function hang(draft: GalleryDraft, source: string): { hung: Hung[]; problems: Problem[] } {
	const { folder, file } = draft;
	if (!file.photos) {
		const names = [...folder.pictures].sort(naturally.compare);
		return { hung: names.map((name) => unlisted(draft, name)), problems: [] };
	}
	const problems: Problem[] = [];
	const hung: Hung[] = [];
	for (const [index, entry] of file.photos.entries()) {
		if (!entry) continue;
		const origin = {
			source: draft.source,
			path: ['photos', index],
			file: within(folder, 'gallery.yaml'),
		};
		if (!isReference(entry)) {
			problems.push(...missingRecordings(entry.audio, folder.files, origin));
		}
		const one = asHung(entry, draft, origin, source, problems);
		if (one) hung.push(one);
	}
	return { hung, problems: [...problems, ...repeated(hung), ...notListed(draft, hung)] };
}

function asHung(
	entry: Entry,
	draft: GalleryDraft,
	origin: Origin,
	source: string,
	problems: Problem[],
): Hung | undefined {
	if (isReference(entry)) {
		return {
			kind: 'ref',
			id: entry.ref,
			hang: entry.hang ?? 'row',
			section: entry.section,
			origin,
		};
	}
	if (isWallText(entry)) {
		const text = asText(entry.text, source);
		const audio = audioFiles(entry.audio, within(draft.folder, ''));
		return text && { kind: 'text', text, audio, section: entry.section, origin };
	}
	if (entry.file === undefined) return undefined;
	const name = fileNamed(entry.file, draft);
	if (name) return photoHung(draft, name, entry, origin, true);
	if (entry.consent?.status === 'withdrawn')
		return entry.id ? { kind: 'gone', id: entry.id, origin } : undefined;
	problems.push(missing(entry.file, draft, origin));
	return undefined;
}

/** The name on disk: the same letters may be composed differently there. */
function fileNamed(written: string, { folder }: GalleryDraft): string | undefined {
	if (folder.files.has(written)) return written;
	return [...folder.files].find((name) => name.normalize('NFC') === written.normalize('NFC'));
}

function missing(written: string, { folder, source }: GalleryDraft, origin: Origin): Problem {
	const meant = nearest(written, folder.pictures);
	const where = source?.position([...origin.path, 'file'], 'value') ?? { line: 1, column: 1 };
	const remedy = meant
		? `did you mean "${meant}"?`
		: 'put the file into this folder, or remove the entry';
	return problem('error', origin.file, where, `there is no file "${written}"`, remedy);
}

function photoHung(
	{ folder }: GalleryDraft,
	name: string,
	entry: Partial<PhotoEntry>,
	origin: Origin,
	listed: boolean,
): Hung {
	const file = within(folder, name);
	const sidecars = sidecarsOf(folder, name).map((sidecar) => within(folder, sidecar));
	return { kind: 'photo', file, name, entry, origin, listed, sidecars };
}

/** `a.jpg.xmp` and `a.xmp`: both are in use, the one with the full name comes first. */
export function sidecarsOf({ files }: Pick<Folder, 'files'>, name: string): string[] {
	const stem = name.replace(/\.[^.]*$/, '');
	const names = [name, stem].flatMap((one) => [`${one}.xmp`, `${one}.XMP`]);
	return names.filter((one) => files.has(one));
}

function unlisted(draft: GalleryDraft, name: string): Hung {
	const file = within(draft.folder, name);
	return photoHung(draft, name, {}, { path: [], file }, false);
}

function repeated(hung: readonly Hung[]): Problem[] {
	const seen = new Set<string>();
	return hung.flatMap((one) => {
		if (one.kind !== 'photo' || !seen.has(one.file)) {
			if (one.kind === 'photo') seen.add(one.file);
			return [];
		}
		const where = one.origin.source?.position([...one.origin.path, 'file'], 'value');
		const remedy = 'remove this entry; to hang it twice, use `ref:` with its id';
		const at = where ?? { line: 1, column: 1 };
		return [problem('error', one.origin.file, at, `"${one.name}" is listed twice`, remedy)];
	});
}

function notListed({ folder }: GalleryDraft, hung: readonly Hung[]): Problem[] {
	const names = new Set(present(hung.map((one) => (one.kind === 'photo' ? one.name : undefined))));
	return folder.pictures
		.filter((name) => !names.has(name))
		.map((name) =>
			about(
				within(folder, name),
				'no gallery lists this picture',
				'add it to `photos:`, or move it away',
			),
		);
}
