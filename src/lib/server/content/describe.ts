import { join, relative } from 'node:path';
import { concurrently } from './concurrent.ts';
import { atOrigin, type Memo } from './galleries.ts';
import type { HungPhoto } from './identify.ts';
import { readMetadata, UnreadablePicture, type Embedded } from './metadata/read.ts';
import { problem, type Problem } from './problems.ts';
import { about } from './read-file.ts';
import { StatIndex } from './stat-index.ts';

/** Another number when the reader learns to read more: what it read before is forgotten. */
const fileName = 'metadata-2.json';

/** How the pictures of a content folder are looked at. */
export interface Opening {
	/** Folder in which their metadata are remembered. */
	cache?: string;
	/** Those that are not wanted stay shut: nothing is known of them but that they are there. */
	isWanted?: (file: string) => boolean;
	/** For who reads the same folder again and again. */
	memo?: Memo;
	/** What stands for a picture's content in its id, where its name gives none. */
	hash?: (path: string) => Promise<string>;
}

/** Of a picture that was not opened. */
const shut: Embedded = { width: 3, height: 2, unread: true };

export interface Described {
	/** By file. */
	embedded: Map<string, Embedded>;
	leftOut: { file: string; reason: string }[];
	problems: Problem[];
}

/** Reads what each file says of itself. A file that is no picture is an error only where it was asked for. */
export async function describe(
	root: string,
	photos: readonly HungPhoto[],
	{ cache, isWanted = () => true }: Opening = {},
): Promise<Described> {
	const described: Described = { embedded: new Map(), leftOut: [], problems: [] };
	const index = await StatIndex.open<Found>(cache && join(cache, fileName));
	const results = await concurrently(8, photos, async (photo) =>
		isWanted(photo.file) ? describeOne(root, photo, index) : { embedded: shut, troubles: [] },
	);
	// Where nothing may be written, nothing is remembered.
	if (photos.every(({ file }) => isWanted(file))) await index.save(root).catch(() => undefined);
	for (const [index, result] of results.entries()) {
		const photo = photos[index];
		if (!photo) continue;
		if (result instanceof UnreadablePicture) leaveOut(described, photo, result.message);
		else {
			described.embedded.set(photo.file, result.embedded);
			const told = result.troubles.map(({ file, message }) =>
				about(relative(root, file), message, 'the rest was read; save the file anew to mend it'),
			);
			described.problems.push(...told);
		}
	}
	return described;
}

/** What happens to a picture that cannot be shown: see the table in the product's description. */
export function leaveOut(
	into: Pick<Described, 'leftOut' | 'problems'>,
	{ file, origin, listed, name }: Pick<HungPhoto, 'file' | 'origin' | 'listed' | 'name'>,
	reason: string,
): void {
	const at = atOrigin(origin, ['file'], 'value');
	const message = `"${name}" ${reason}`;
	const remedy = listed
		? 'replace the file, or remove the entry'
		: 'it is left out; replace the file';
	into.problems.push(problem(listed ? 'error' : 'warning', at.file, at.position, message, remedy));
	if (!listed) into.leftOut.push({ file, reason });
}

type Found = Awaited<ReturnType<typeof readMetadata>>;

async function describeOne(
	root: string,
	{ file, sidecars, entry }: HungPhoto,
	index: StatIndex<Found>,
): Promise<Found | UnreadablePicture> {
	const beside = sidecars.map((name) => join(root, name));
	const read = () => readMetadata(join(root, file), beside);
	try {
		// Of what was taken back nothing is remembered.
		if (['withdrawn', 'refused'].includes(entry.consent?.status ?? '')) return await read();
		return await index.get(root, [file, ...sidecars], read);
	} catch (error) {
		if (error instanceof UnreadablePicture) return error;
		const { code } = error as NodeJS.ErrnoException;
		if (code === undefined) throw error;
		return new UnreadablePicture(`cannot be opened (${code})`);
	}
}
