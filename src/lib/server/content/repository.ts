import { join } from 'node:path';
import { concurrently } from './concurrent.ts';
import type { Examined } from './examine.ts';
import { exists } from './exists.ts';
import { atOrigin } from './galleries.ts';
import { privateMetadata } from './metadata/private.ts';
import { problem, type Problem } from './problems.ts';
import type { PhotoRecord } from './record.ts';
import type { Path } from './source.ts';
import { repositoryOf, type Repository } from './tracked.ts';
import { vaultOf } from './vault.ts';
import { atProtection } from './vault-problems.ts';

/** Whether what a photo covers is burnt into its file already: pixels are looked at elsewhere. */
export type Sealed = (path: string, photo: PhotoRecord) => Promise<boolean>;

/**
 * What git would carry out of the house: an original in the vault that it does not ignore, and, where
 * the repository is public, everything in it that is not meant to be.
 */
export async function repositoryProblems(examined: Examined, isSealed: Sealed): Promise<Problem[]> {
	const { content } = examined;
	if (content.mode === 'open') return [];
	const repository = await repositoryOf(content.root);
	if (!repository) return [];
	const vault = vaultOf(content);
	const open = (await exists(vault)) && !(await repository.ignores(vault));
	const found = open ? [atProtection(content, 'error', 'vault', unignored)] : [];
	const { repository: kept } = content.exhibition.protection ?? {};
	if (kept === undefined && repository.hasRemote) {
		found.push(atProtection(content, 'warning', 'repository', unsaid));
	}
	return kept === 'public' ? [...found, ...(await exposed(examined, repository, isSealed))] : found;
}

const unignored = ['git does not ignore the vault', 'add its path to .gitignore'] as const;
const unsaid = [
	'nothing says whether this folder’s repository is private or public',
	'write `protection: { repository: private }` or public',
] as const;

async function exposed(
	{ content, decisions }: Examined,
	{ tracked }: Repository,
	isSealed: Sealed,
): Promise<Problem[]> {
	const photos = content.photos.filter(({ file }) => tracked.has(file));
	const written = content.photos.filter(({ origin }) => tracked.has(origin.file));
	const held = photos.filter(({ id }) => !decisions.photos.get(id)?.published);
	const files = await concurrently(8, photos, async (photo) => [
		...(await unsealed(content.root, photo, isSealed)),
		...(await telling(content.root, photo)),
	]);
	return [
		...held.map((photo) =>
			told(
				photo,
				[],
				`"${photo.id}" is held back, and git tracks it`,
				'untrack its file and remove its entry',
			),
		),
		...written.flatMap(ofEntry),
		...files.flat(),
	];
}

function ofEntry(photo: PhotoRecord): Problem[] {
	const { id, entry } = photo;
	const say = (path: Path, what: string) =>
		told(photo, path, `"${id}" has ${what} in a file that git tracks`, 'keep it elsewhere');
	return [
		...(entry.note === undefined ? [] : [say(['note'], 'a note')]),
		...(entry.consent?.ref === undefined ? [] : [say(['consent', 'ref'], 'a reference')]),
	];
}

async function unsealed(root: string, photo: PhotoRecord, isSealed: Sealed): Promise<Problem[]> {
	if (photo.redact.length === 0 || (await isSealed(join(root, photo.file), photo))) return [];
	const message = `what "${photo.id}" covers is open in its file, which git tracks`;
	return [told(photo, ['redact'], message, `run \`npm run photos:seal -- ${photo.id}\``)];
}

async function telling(root: string, photo: PhotoRecord): Promise<Problem[]> {
	const found = await privateMetadata(join(root, photo.file)).catch(() => []);
	if (found.length === 0) return [];
	const message = `the file of "${photo.id}", which git tracks, has ${found.join(', ')} in it`;
	return [told(photo, ['file'], message, 'remove its metadata, for example with `exiftool -all=`')];
}

function told({ origin }: PhotoRecord, path: Path, message: string, remedy: string): Problem {
	const { file, position } = atOrigin(origin, path);
	return problem('error', file, position, message, remedy);
}
