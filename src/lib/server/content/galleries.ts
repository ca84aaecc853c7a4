import { concurrently } from './concurrent.ts';
import { compare, problem, start, type Problem } from './problems.ts';
import { about, asYaml, readText, type Read } from './read-file.ts';
import type { Content, Origin } from './record.ts';
import { gallery as gallerySchema, type GalleryFile } from './schema/gallery.ts';
import { slug } from './slug.ts';
import { clashes, type Folder } from './tree.ts';
import { untranslated } from './translations.ts';

/** A folder that holds photographs or a gallery.yaml, before its photos are known. */
export interface GalleryDraft {
	folder: Folder;
	file: Partial<GalleryFile>;
	source?: Read<GalleryFile>['source'];
	/** Does the exhibition want it shown? */
	wanted: boolean;
}

/** By file, what was read of a text: one that says the same is not parsed again. */
export type Memo = Map<string, { text: string; languages: string; read: Read<GalleryFile> }>;

/** Reads every gallery, in hanging order. */
export async function readGalleries(
	content: Pick<Content, 'mode' | 'root' | 'languages' | 'exhibition' | 'source'>,
	folders: readonly Folder[],
	memo?: Memo,
): Promise<{ drafts: GalleryDraft[]; problems: Problem[] }> {
	const problems: Problem[] = [];
	const found: GalleryDraft[] = [];
	const reads = await concurrently(8, folders, async (folder) => readOne(content, folder, memo));
	for (const [index, folder] of folders.entries()) {
		if (folder.closed) problems.push(closed(folder));
		const hasFile = folder.files.has('gallery.yaml');
		if (!hasFile && folder.pictures.length === 0) continue;
		const read = reads[index];
		problems.push(...(read?.problems ?? []), ...clashesIn(folder));
		const { source, value: file = {} } = read ?? {};
		found.push({ folder, file, source, wanted: hasFile || content.mode === 'open' });
	}
	const { drafts, dead } = inOrder(content, found);
	return { drafts, problems: [...problems, ...dead, ...strays(drafts), ...alike(folders)] };
}

async function readOne(
	{ root, languages }: Pick<Content, 'root' | 'languages'>,
	folder: Folder,
	memo: Memo | undefined,
): Promise<Read<GalleryFile> | undefined> {
	if (!folder.files.has('gallery.yaml')) return undefined;
	const file = within(folder, 'gallery.yaml');
	const text = await readText(root, file);
	const known = memo?.get(file);
	if (known && known.text === text && known.languages === languages.join()) return known.read;
	const read = asYaml(file, text, gallerySchema, languages);
	if (!read?.source || typeof text !== 'string') return read;
	const missing = untranslated(gallerySchema, read.value, read.source, languages);
	const whole = { ...read, problems: [...read.problems, ...missing] };
	memo?.set(file, { text, languages: languages.join(), read: whole });
	return whole;
}

/** Those that `galleries:` names come first, in its order; a name that is none of them is an error. */
function inOrder(
	{ exhibition, source }: Pick<Content, 'exhibition' | 'source'>,
	found: readonly GalleryDraft[],
): { drafts: GalleryDraft[]; dead: Problem[] } {
	const names = exhibition.galleries ?? [];
	const dead: Problem[] = [];
	const first: GalleryDraft[] = [];
	for (const [index, name] of names.entries()) {
		if (name === undefined) continue;
		const draft = found.find(({ folder: { path } }) => isNamed(path, name));
		const isFirst = draft && !first.some(({ folder }) => folder === draft.folder);
		if (isFirst) first.push({ ...draft, wanted: true });
		if (isFirst || !source) continue;
		const folders = found.map(({ folder }) => folder.path).join(', ');
		const [message, remedy] = draft
			? [`the gallery "${name}" is named twice`, 'remove one of the two']
			: [
					`there is no gallery "${name}"`,
					`make the folder, or remove the name; there are: ${folders}`,
				];
		const where = source.position(['galleries', index], 'value');
		dead.push(problem('error', source.file, where, message, remedy));
	}
	const named = new Set(first.map(({ folder }) => folder.path));
	const rest = found.filter(({ folder }) => !named.has(folder.path));
	return { drafts: [...first, ...rest.sort(byPath)], dead };
}

/** The same letters may be composed differently on disk. */
function isNamed(path: string, name: string): boolean {
	return path.normalize('NFC') === name.normalize('NFC') || slug(path) === name;
}

function byPath(a: GalleryDraft, b: GalleryDraft): number {
	return compare(a.folder.path, b.folder.path);
}

/** Folders of pictures that nobody asked to show. */
function strays(drafts: readonly GalleryDraft[]): Problem[] {
	return drafts
		.filter(({ wanted, folder }) => !wanted && folder.pictures.length > 0)
		.map(({ folder: { path, pictures } }) =>
			about(
				path || '.',
				`this folder of ${pictures.length} pictures is not shown`,
				'name it under `galleries:` in exhibition.yaml, or give it a gallery.yaml',
			),
		);
}

function closed({ path, closed: code }: Folder): Problem {
	const message = `this folder cannot be read (${code}), so nothing of it is shown`;
	return problem('error', path, start, message, 'check who may read it');
}

function alike(folders: readonly Folder[]): Problem[] {
	return clashes(folders.map(({ path }) => path)).map((paths) =>
		about(
			paths[0] ?? '',
			`the folders ${paths.map((path) => `"${path}"`).join(' and ')} differ only by case or Unicode form`,
			'rename one of them: on other computers they are one folder',
		),
	);
}

function clashesIn(folder: Folder): Problem[] {
	return clashes(folder.pictures).map((names) =>
		about(
			within(folder, names[0] ?? ''),
			`${names.map((name) => `"${name}"`).join(' and ')} differ only by case or Unicode form`,
			'rename one of them: on other computers they are one file',
		),
	);
}

export function within(folder: Pick<Folder, 'path'>, name: string): string {
	return folder.path ? `${folder.path}/${name}` : name;
}

export function originOf({ folder, source }: GalleryDraft): Origin {
	return { source, path: [], file: source?.file ?? (folder.path || '.') };
}

export function atOrigin({ source, path, file }: Origin, inner: Origin['path'], of?: 'value') {
	return source
		? { file: source.file, position: source.position([...path, ...inner], of) }
		: { file, position: start };
}
