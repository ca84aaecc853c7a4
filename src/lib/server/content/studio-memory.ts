import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { slug } from './slug.ts';
import { studioFolder } from './studio-folder.ts';
import { isPicture } from './tree.ts';

/** A picture that was taken out of the exhibition on the curator's desk: its file lies in the trash. */
export interface RemovedPhoto {
	id: string;
	/** Where its file lies, and where it lay; relative to the content folder. */
	trash: string;
	file: string;
	people: readonly string[];
	/** Of its consent. */
	ref?: string;
}

/** As much of a line of the desk's journal as is looked at; what else it says is its own. */
interface Line {
	moves?: readonly Move[];
	deeds?: readonly Deed[];
	inverse?: readonly Deed[];
}
interface Move {
	from: string;
	to: string;
}
interface Deed {
	do: string;
	photo?: string;
	item?: { people?: unknown; consent?: { ref?: unknown } };
	moves?: readonly Move[];
}

/** What the trash still has. Where the journal does not say whose a picture is, its name does. */
export async function removedPhotos(root: string): Promise<RemovedPhoto[]> {
	const trash = join(root, studioFolder, 'trash');
	const entries = await readdir(trash, { recursive: true, withFileTypes: true }).catch(() => []);
	const files = entries
		.filter((entry) => entry.isFile() && isPicture(entry.name))
		.map(({ parentPath, name }) => relative(root, join(parentPath, name)).split(sep).join('/'));
	const deeds = (await linesOf(root)).flatMap(({ deeds = [], inverse = [] }) => [
		...deeds,
		...inverse,
	]);
	return files.map((one) => removed(one, deeds));
}

function removed(trash: string, deeds: readonly Deed[]): RemovedPhoto {
	const file = trash.slice(studioFolder.length).split('/').slice(3).join('/');
	const deed = deeds.find((one) => one.do === 'return' && one.moves?.[0]?.from === trash);
	const { people, consent } = deed?.item ?? {};
	return {
		...{ trash, file, id: deed?.photo ?? slug(basename(file).replace(/\.[^.]*$/, '')) },
		people: Array.isArray(people) ? people.map(String) : [],
		ref: typeof consent?.ref === 'string' ? consent.ref : undefined,
	};
}

/** Other paths that a picture had in the exhibition before it went from one gallery to another. */
export async function earlierNames(root: string, file: string): Promise<string[]> {
	const moves = (await linesOf(root)).flatMap((line) => line.moves ?? []).reverse();
	const found = new Set([file]);
	for (let size = 0; size < found.size;) {
		size = found.size;
		for (const { from, to } of moves) if (found.has(to)) found.add(from);
	}
	found.delete(file);
	return [...found].filter((one) => !one.startsWith(`${studioFolder}/`));
}

async function linesOf(root: string): Promise<Line[]> {
	const path = join(root, studioFolder, 'journal.ndjson');
	const text = await readFile(path, 'utf8').catch(() => '');
	return text.split('\n').flatMap((line) => {
		try {
			return [Object(JSON.parse(line)) as Line];
		} catch {
			// Cut off, as by a power cut.
			return [];
		}
	});
}
