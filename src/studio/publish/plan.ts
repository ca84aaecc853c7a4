import { Refusal } from '../../vite/refusal.ts';
import {
	draftEnd,
	manifestName,
	photosIn,
	united,
	type Manifest,
	type PublishedFile,
} from './manifest.ts';

/** What is done before anything of the next phase is begun; within a phase the order is free. */
export type Phase =
	| { do: 'remove'; why: 'withdrawn' | 'old'; paths: readonly string[] }
	| { do: 'put'; files: readonly PublishedFile[] }
	/** Says what is ours, before it is there and when all of it is. */
	| { do: 'tell'; complete: boolean; files: readonly PublishedFile[] };

type Listing = ReadonlyMap<string, number | undefined>;

/**
 * Withdrawn files go first. Then comes what is new: pictures before what names them, and pages last.
 * Then goes what is old, the other way round. So no page is ever there without a picture that it needs,
 * but a withdrawn one, wherever this is interrupted.
 *
 * @param there everything that the place holds, with bytes
 * @returns no phase where nothing is to be done
 * @throws {Refusal} where something that we did not put there is in the way
 */
export function planPublishing(
	name: string,
	manifest: Manifest,
	there: Listing,
	site: readonly PublishedFile[],
): Phase[] {
	const ours = new Set(manifest.files.map(({ path }) => path));
	refuseForeign(name, ours, there, site);
	const wanted = new Map(site.map((file) => [file.path, file]));
	const withdrawn = withdrawnIn(manifest, site, wanted).filter((path) => there.has(path));
	const gone = new Set(withdrawn);
	const drafts = [...there.keys()].filter((path) => isDraft(path, ours));
	const old = [...ours].filter((path) => there.has(path) && !wanted.has(path) && !gone.has(path));
	const missing = site.filter((file) => gone.has(file.path) || !isThere(file, manifest, there));
	const phases: Phase[] = [
		{ do: 'remove', why: 'withdrawn', paths: [...drafts, ...withdrawn] },
		{ do: 'tell', complete: false, files: missing.length ? united(manifest.files, site) : [] },
		...ranks.map((rank) => ({
			do: 'put' as const,
			files: missing.filter(({ path }) => rankOf(path) === rank),
		})),
		...[...ranks].reverse().map((rank) => ({
			do: 'remove' as const,
			why: 'old' as const,
			paths: old.filter((path) => rankOf(path) === rank),
		})),
	];
	const needed = phases.filter((phase) => sizeOf(phase) > 0);
	const isTold = needed.length === 0 && manifest.complete && isSame(manifest.files, site);
	return isTold ? [] : [...needed, { do: 'tell', complete: true, files: site }];
}

/** Files and removals of a phase; what is told counts as one. */
export function sizeOf(phase: Phase): number {
	if (phase.do === 'remove') return phase.paths.length;
	return phase.do === 'put' ? phase.files.length : Math.min(phase.files.length, 1);
}

/** Pictures and recordings, code, data, pages; what says that there is something new comes with the last. */
const ranks = [0, 1, 2, 3] as const;

function rankOf(path: string): (typeof ranks)[number] {
	if (/^media\/|^iiif\/images\/.*\.jpg$/.test(path)) return 0;
	if (/\.html$|^service-worker\.js$|^_app\/version\.json$/.test(path)) return 3;
	return /\.(json|xml|webmanifest|txt)$|pagefind/.test(path) ? 2 : 1;
}

/** What is of photos alone that are no longer shown; their addresses may stay, with another page. */
function withdrawnIn(
	{ files }: Manifest,
	site: readonly PublishedFile[],
	wanted: ReadonlyMap<string, PublishedFile>,
): string[] {
	const shown = photosIn(site);
	const theirs = files.filter(
		({ path, sha256, of = [] }) =>
			of.length > 0 &&
			!of.some((id) => shown.has(id)) &&
			wanted.get(path)?.sha256 !== sha256 &&
			// Named by its content: one that two photos had may be another's now.
			wanted.get(path)?.of === undefined,
	);
	return [...new Set(theirs.map(({ path }) => path))];
}

/** Only where its size fits this content and no other that may be there instead. */
function isThere(file: PublishedFile, { files }: Manifest, there: Listing): boolean {
	if (!there.has(file.path)) return false;
	const bytes = there.get(file.path);
	const told = files.filter(({ path }) => path === file.path);
	const fitting = told.filter((one) => bytes === undefined || one.bytes === bytes);
	return fitting.length === 1 && fitting[0]?.sha256 === file.sha256;
}

function isDraft(path: string, ours: ReadonlySet<string>): boolean {
	const final = path.endsWith(draftEnd) ? path.slice(0, -draftEnd.length) : undefined;
	return final !== undefined && (final === manifestName || ours.has(final));
}

function isSame(a: readonly PublishedFile[], b: readonly PublishedFile[]): boolean {
	const text = (files: readonly PublishedFile[]) =>
		files
			.map(({ path, sha256, of = [] }) => `${path} ${sha256} ${[...of].sort().join(' ')}`)
			.sort()
			.join('\n');
	return text(a) === text(b);
}

function refuseForeign(
	name: string,
	ours: ReadonlySet<string>,
	there: Listing,
	site: readonly PublishedFile[],
): void {
	const foreign = [...there.keys()].filter((path) => !ours.has(path) && path !== manifestName);
	const inWay = new Set(site.flatMap(({ path }) => [path, ...foldersOf(path)]));
	const paths = new Set(site.map(({ path }) => path));
	const found = foreign.filter(
		(path) => inWay.has(path) || foldersOf(path).some((folder) => paths.has(folder)),
	);
	if (found.length === 0) return;
	const some = found.slice(0, 5).join(', ');
	throw new Refusal(
		`${name} holds what was not published from here, and it is in the way: ${some}`,
		'move it away, or publish to an empty folder',
		1,
	);
}

/** `a/b` and `a` of `a/b/c`. */
export function foldersOf(path: string): string[] {
	const parts = path.split('/').slice(0, -1);
	return parts.map((_, index) => parts.slice(0, index + 1).join('/')).reverse();
}
