import { resolve } from 'node:path';
import { breath } from './concurrent.ts';
import type { Opening } from './describe.ts';
import { languagesOf, readExhibitionFile } from './exhibition-file.ts';
import { readGalleries, type GalleryDraft, type Memo } from './galleries.ts';
import { readInterfaceWords, type InterfaceWords } from './interface-words.ts';
import { listedNames } from './listed-names.ts';
import { ContentError, sorted, start, type Problem } from './problems.ts';
import type { Content, StoryRecord } from './record.ts';
import { deadReferences } from './references.ts';
import { faultyStories } from './faulty-stories.ts';
import { hangAll, type Head } from './rooms.ts';
import { namedTexts } from './named.ts';
import { missingTellings } from './recordings.ts';
import { readStories, storyFiles } from './stories.ts';
import { listFolders, type Folder } from './tree.ts';

/** Everything that is written in a content folder; no picture has been opened for it. */
export interface Written {
	head: Head;
	drafts: readonly GalleryDraft[];
	stories: readonly StoryRecord[];
	/** Of the interface, as the curator corrects them. */
	own: InterfaceWords;
	/** Real names and places that must never appear. */
	listed: readonly string[];
	problems: readonly Problem[];
}

/**
 * Reads a content folder: everything in it, private parts too, and everything that is wrong with it.
 *
 * @throws {ContentError} if the folder itself cannot be read; all else becomes a problem of its file
 */
export async function readContent(folder: string, opening: Opening = {}): Promise<Content> {
	return withPhotos(await readWritten(folder, opening.memo), opening);
}

/** The first half of {@link readContent}: what people wrote. */
export async function readWritten(folder: string, memo?: Memo): Promise<Written> {
	const root = resolve(folder);
	const folders = await foldersOf(root, folder);
	const file = await readExhibitionFile(root);
	const exhibition = file?.value ?? {};
	const head: Head = {
		mode: file ? 'curated' : 'open',
		root,
		exhibition,
		languages: languagesOf(exhibition),
		source: file?.source,
	};
	const rooms = folders.filter((one) => isRoom(one, head));
	const galleries = await readGalleries(head, rooms, memo);
	const listed = await listedNames(root, exhibition.protection?.vault);
	const shelf = folders.find(({ path }) => path === 'stories');
	const told = await readStories(root, storyFiles(shelf), head.languages);
	const unheard = missingTellings(told.stories, shelf?.files ?? new Set());
	const own = await readInterfaceWords(root, folders[0]?.files ?? new Set());
	const found = [file, galleries, told, listed, own].flatMap((one) => one?.problems ?? []);
	const { drafts } = galleries;
	const problems = [...found, ...unheard];
	return { head, drafts, stories: told.stories, own, listed: listed.names, problems };
}

/** The second half: what the pictures say of themselves, and what refers to what. */
export async function withPhotos(written: Written, opening: Opening = {}): Promise<Content> {
	const { head, drafts, stories, own, listed, problems } = written;
	await breath();
	const hung = await hangAll(head, drafts, listed, opening);
	await breath();
	const { words, reviewed } = own;
	const content = { ...head, ...hung, stories, words, reviewed };
	const dead = [...deadReferences({ ...content, problems: [] }), ...faultyStories(content)];
	const named = namedTexts(content, listed);
	return { ...content, problems: sorted([...problems, ...hung.problems, ...dead, ...named]) };
}

/** Without an exhibition.yaml nobody gave the name "stories" a meaning: photographs there are a gallery. */
function isRoom({ path, pictures }: Folder, { mode }: Head): boolean {
	if (!/^stories(\/|$)/.test(path)) return true;
	return mode === 'open' && pictures.length > 0;
}

async function foldersOf(root: string, folder: string): Promise<Folder[]> {
	try {
		return await listFolders(root);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		const missing = code === 'ENOENT' || code === 'ENOTDIR';
		throw new ContentError(
			folder,
			start,
			missing ? 'there is no such folder' : `the folder cannot be read (${code})`,
			missing ? 'name the content folder with --exhibition DIR' : 'check who may read it',
		);
	}
}
