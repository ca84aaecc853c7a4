import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hasErrors, type Examined } from '../lib/server/content/examine.ts';
import { leaveOut } from '../lib/server/content/describe.ts';
import { problem, sorted, start, type Problem } from '../lib/server/content/problems.ts';
import { publicExhibition } from '../lib/server/content/public.ts';
import { writeSchemas } from '../lib/server/content/schema/json-schema.ts';
import { makePictures, type Made, type Progress } from '../lib/server/images/pictures.ts';
import { byContent } from '../lib/server/images/sources.ts';
import { wishes } from '../lib/server/images/wishes.ts';
import { makeRecordings } from '../lib/server/recordings/recordings.ts';
import { workshop } from './apart.ts';
import { checked } from './checked.ts';
import { cleanCache } from './clean-cache.ts';
import { Refusal } from './refusal.ts';
import { makeIndexes } from './indexes.ts';
import { lock, type Lock } from './lock.ts';
import { filesIn, foreignFiles, listFiles } from './made.ts';
import type { Options } from './options.ts';
import { placesOf } from './places.ts';
import { countPages, linkPictures, makePages } from './pages.ts';
import { emptyReport, keepReport, ownFolder, type Report } from './report.ts';
import { beside, finishSwap, swap } from './swap.ts';
import { systemRefusal } from './system-error.ts';
import { hangTiles } from './tiles.ts';

export interface Told {
	checked(problems: readonly Problem[]): void;
	progress(progress: Progress): void;
	step(name: 'pictures' | 'pages' | 'swap'): void;
}

/**
 * Check, pictures, pages, links, swap, report. OUT is replaced by the new site only when that is
 * whole; where anything is wrong, it stays as it was.
 *
 * @throws {Refusal} where OUT is not ours, another build runs or a place would swallow another, {ContentError} where there is no content
 */
export async function build(chosen: Options, told: Told): Promise<Report> {
	const options = await placesOf(chosen);
	const locks: Lock[] = [];
	try {
		for (const folder of [options.out, options.checkout])
			locks.push(await take(folder, options.out));
		await finishSwap(options.out);
		await refuseForeign(options.out);
		// Before the long work: may the site be put there at all?
		await mkdir(beside(options.out).staging, { recursive: true });
		return await run(options, told);
	} finally {
		if (locks.length === 2) await removeStaging(options.out);
		for (const held of locks) await held.release();
	}
}

/** What a failed build has made takes room on a disk that may be full. */
async function removeStaging(out: string): Promise<void> {
	await rm(beside(out).staging, { recursive: true, force: true }).catch(() => undefined);
}

/** What every step of one build has in its hands. */
interface Job {
	options: Options;
	report: Report;
	told: Told;
	/** Notes the seconds of a step that has ended. */
	clock: ReturnType<typeof stopwatch>;
}

async function run(options: Options, told: Told): Promise<Report> {
	const report = emptyReport(options.asOf);
	const job = { options, report, told, clock: stopwatch(report) };
	const examined = await checked(options);
	job.clock('check');
	note(report, examined);
	told.checked(examined.problems);
	try {
		if (!hasErrors(examined.problems)) await make(job, examined);
	} catch (error) {
		const { message, remedy } = systemRefusal(error) ?? { message: 'the build failed', remedy: '' };
		report.problems = [...report.problems, problem('error', '.', start, message, remedy)];
		await keepReport(options, report).catch(() => undefined);
		throw error;
	}
	await keepReport(options, report);
	return report;
}

async function make(job: Job, examined: Examined): Promise<void> {
	const { options, report, told, clock } = job;
	told.step('pictures');
	const made = await picture(job, examined);
	clock('pictures');
	const failures = failuresOf(made, report);
	if (made.pictures.size === 0) failures.push(nothingDecoded);
	report.problems = [...report.problems, ...failures];
	if (failures.length > 0) told.checked(failures);
	if (hasErrors(failures)) return;
	told.step('pages');
	const { staging } = beside(options.out);
	const { content, decisions } = examined;
	const recordings = await makeRecordings(content, decisions, options.cache);
	const exhibition = publicExhibition(content, decisions, made.pictures, recordings);
	report.photos.published = Object.keys(exhibition.photos).length;
	report.memory_mb.site = await makePages(options.checkout, exhibition, staging);
	await linkPictures(staging, options.cache);
	await hangTiles(staging, options.cache, exhibition);
	report.pages = await countPages(staging, await filesIn(staging));
	clock('pages');
	await makeIndexes(exhibition, content, staging);
	clock('search');
	told.step('swap');
	await listFiles(staging);
	await swap(options.out);
	clock('swap');
}

async function picture({ options, report, told }: Job, examined: Examined): Promise<Made> {
	const { content, decisions } = examined;
	const { cache, preset } = options;
	await writeSchemas(await ownFolder(options.exhibition));
	const { hash, index } = await byContent(cache);
	const room = { root: content.root, cache, hash };
	const wanted = wishes(content, decisions, preset);
	const { fulfil, megabytes } = workshop(options.checkout);
	const made = await makePictures(room, wanted, fulfil, (progress) => told.progress(progress));
	const removed = await cleanCache(cache, content, made, hash);
	await index.save(content.root);
	report.renditions = { ...counted(made), removed };
	report.memory_mb.pictures = megabytes();
	return made;
}

async function take(folder: string, out: string) {
	const held = await lock(folder);
	if (held) return held;
	throw new Refusal(
		`another build is running here; ${out} stays as it is`,
		'wait until it has ended',
		1,
	);
}

async function refuseForeign(out: string): Promise<void> {
	const foreign = await foreignFiles(out);
	if (foreign.length === 0) return;
	const names = foreign.map((file) => join(out, file)).join(', ');
	throw new Refusal(
		`${out} holds what \`build\` did not make: ${names}`,
		'move it away, or build elsewhere with --out DIR',
		2,
	);
}

function note(report: Report, { content, decisions, problems }: Examined): void {
	report.problems = problems;
	report.next_due = decisions.nextDue ?? null;
	report.photos.left_out.push(...content.leftOut);
	for (const [id, { reasons }] of decisions.photos) {
		if (reasons.length > 0)
			report.photos.held.push({ id, reason: reasons.map(({ reason }) => reason).join('; ') });
	}
}

/** Pictures that read well and yet could not be decoded: the same table judges them. */
function failuresOf(made: Made, report: Report): Problem[] {
	const found = { leftOut: report.photos.left_out, problems: [] as Problem[] };
	for (const { photo, reason } of made.failed) {
		const { file, origin } = photo;
		const listed = origin.source !== undefined;
		leaveOut(found, { file, origin, listed, name: file.replace(/^.*\//, '') }, reason);
	}
	return sorted(found.problems);
}

const nothingDecoded = problem(
	'error',
	'.',
	start,
	'none of the pictures can be decoded, so there is nothing to show',
	'replace the files',
);

function counted({ made, reused, tiles, bytes, megapixels }: Made) {
	return { made, reused, tiles, bytes, megapixels: Math.round(megapixels * 10) / 10 };
}

/** Writes the seconds since it was last asked under the name of the step that has ended. */
function stopwatch(report: Report): (step: keyof Report['seconds']) => void {
	let last = performance.now();
	return (step) => {
		const now = performance.now();
		report.seconds[step] = Math.round(now - last) / 1000;
		last = now;
	};
}
