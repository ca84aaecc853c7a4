import { hasErrors } from '../../lib/server/content/examine.ts';
import { build } from '../../vite/build.ts';
import { checked } from '../../vite/checked.ts';
import type { Options } from '../../vite/options.ts';
import { Refusal } from '../../vite/refusal.ts';
import type { Review, Target } from '../contract/publish.ts';
import { acquaintanceOf } from './acquaintance.ts';
import { photosOnStick, toStick } from './kiosk-stick.ts';
import { compared, unreachable } from './review.ts';
import { kioskKeyOf, settingsFor, type Chosen } from './settings.ts';
import type { Acquaintance } from './sftp-session.ts';
import { remember, rememberedTargets } from './targets.ts';
import { wordsOf } from './target-words.ts';
import { photosAtPlace, toPlace, type Done } from './to-place.ts';

/** What came of it, or of a dry run what would. */
export interface Published extends Done {
	/** Where people find it. */
	address: string;
	/** The name under which it is remembered. */
	name?: string;
	/** Fingerprint of a host that was never seen before, to be compared with what its keeper says. */
	newHost?: string;
}

/** The targets of an exhibition, the latest first, each with its name. */
export async function targets(folder: string): Promise<(Target & { name: string })[]> {
	return (await rememberedTargets(folder)).map(({ name, target }) => ({ ...target, name }));
}

/** What publishing there would change for the public, and what stands against it. Nothing is built or written. */
export async function review(folder: string, target: Target, chosen: Chosen = {}): Promise<Review> {
	const judged = await checked(settingsFor(folder, target, chosen.using));
	try {
		const known = await acquaintanceOf(folder, target, chosen);
		return compared(judged, await photosAt(target, known, chosen));
	} catch (error) {
		return unreachable(judged, error);
	}
}

/**
 * Checks, builds and publishes an exhibition, and remembers the target. After a failure half-way the
 * same call goes on from there.
 *
 * @throws {Refusal} where something is wrong with the exhibition or the target; its remedy says how to go on
 */
export async function publish(
	folder: string,
	target: Target,
	chosen: Chosen = {},
): Promise<Published> {
	const options = settingsFor(folder, target, chosen.using);
	const known = await acquaintanceOf(folder, target, chosen);
	// Before the long work: is it there, and who is it?
	await photosAt(target, known, chosen);
	const more = { name: chosen.name, host_key: known.hostKey };
	const name = chosen.dryRun ? undefined : await remember(folder, target, more);
	await built(options, chosen);
	const done =
		target.kind === 'kiosk'
			? await toStick(target.path, options.out, await kioskKeyOf(chosen), chosen)
			: await toPlace(target, options.out, known, chosen);
	if (name !== undefined) await remember(folder, target, { published: new Date().toISOString() });
	return { ...done, name, newHost: known.newHost, address: await addressOf(target, options) };
}

async function photosAt(target: Target, known: Acquaintance, chosen: Chosen) {
	if (target.kind !== 'kiosk') return photosAtPlace(target, known);
	return photosOnStick(target.path, await kioskKeyOf(chosen));
}

async function built(options: Options, { onProgress, signal }: Chosen): Promise<void> {
	const steps = { pictures: 'pictures', pages: 'pages', swap: 'the site is built' };
	const report = await build(options, {
		checked: () => {},
		progress: ({ done, of }) => onProgress?.({ done, of, says: steps.pictures }),
		step: (name) => onProgress?.({ done: 0, of: 1, says: steps[name] }),
	});
	if (signal?.aborted) throw new Refusal('publishing was stopped', 'nothing was sent yet', 1);
	if (!hasErrors(report.problems)) return;
	const { file, line, message, remedy } = report.problems.find(({ level }) => level === 'error')!;
	throw new Refusal(`${file}:${line}: ${message}`, `${remedy}; nothing was published`, 1);
}

/** A site's own address where it has one; a stick or an archive is where it lies. */
async function addressOf(target: Target, options: Options): Promise<string> {
	if (target.kind === 'kiosk' || target.kind === 'zip') return target.path;
	const { content } = await checked(options);
	const place = target.kind === 'folder' ? target.path : wordsOf(target);
	return content.exhibition.public_url ?? place;
}
