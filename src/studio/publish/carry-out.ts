import { join } from 'node:path';
import { concurrently } from '../../lib/server/content/concurrent.ts';
import { Refusal } from '../../vite/refusal.ts';
import { again, halfWay } from './failures.ts';
import { manifestName, manifestText, nothing, parseManifest, type Manifest } from './manifest.ts';
import type { Place } from './place.ts';
import { planPublishing, sizeOf, type Phase } from './plan.ts';
import type { Site } from './site.ts';

export interface Step {
	done: number;
	of: number;
	says: string;
}

export interface Watching {
	onProgress?: (step: Step) => void;
	signal?: AbortSignal;
}

/** What the place has of ours. A list that was spoilt is none: what it should name is then in the way. */
export async function manifestOf(place: Place): Promise<Manifest> {
	const text = await place.read(manifestName);
	return (text === undefined ? undefined : parseManifest(text)) ?? nothing;
}

/** What would be done there now. */
export async function phasesFor(place: Place, { files }: Site): Promise<Phase[]> {
	const [manifest, there] = [await manifestOf(place), await place.list()];
	return planPublishing(place.name, manifest, there, files);
}

/**
 * Carries phases out, one after the other. What fails leaves a place from which the next run goes on.
 *
 * @throws {Refusal} where there is no room, the connection is lost or somebody stopped it
 */
export async function carryOut(
	place: Place,
	phases: readonly Phase[],
	{ folder }: Site,
	{ onProgress, signal }: Watching = {},
): Promise<void> {
	const of = phases.reduce((sum, phase) => sum + sizeOf(phase), 0);
	let done = 0;
	const step = async (says: string, work: () => Promise<void>) => {
		if (signal?.aborted) throw new Refusal('publishing was stopped', again, 1);
		await work();
		done++;
		onProgress?.({ done, of, says });
	};
	try {
		let hasRoom = false;
		for (const phase of phases) {
			// What was withdrawn goes even where nothing new fits.
			if (phase.do !== 'remove' && !hasRoom) await refuseFull(place, phases);
			hasRoom ||= phase.do !== 'remove';
			await doPhase(place, folder, phase, step);
		}
		if (phases.length > 0) await place.commit();
	} catch (error) {
		throw halfWay(error, done, of);
	}
}

type DoStep = (says: string, work: () => Promise<void>) => Promise<void>;

async function doPhase(place: Place, folder: string, phase: Phase, step: DoStep): Promise<void> {
	if (phase.do === 'tell') {
		const text = manifestText(phase.complete, phase.files);
		return step(manifestName, () => place.write(manifestName, text));
	}
	if (phase.do === 'remove') {
		for (const path of phase.paths) await step(path, () => place.remove(path));
		return;
	}
	await concurrently(place.atOnce, phase.files, ({ path }) =>
		step(path, () => place.put(path, join(folder, path))),
	);
}

async function refuseFull(place: Place, phases: readonly Phase[]): Promise<void> {
	const room = await place.room().catch(() => undefined);
	const needed = bytesOf(phases);
	if (room === undefined || room >= needed) return;
	const message = `${place.name} has room for ${megabytes(room)}, and ${megabytes(needed)} are needed`;
	throw new Refusal(message, 'make room there', 1);
}

/** Of what is to be put. */
export function bytesOf(phases: readonly Phase[]): number {
	const files = phases.flatMap((phase) => (phase.do === 'put' ? phase.files : []));
	return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

export function megabytes(bytes: number): string {
	if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} kB`;
	return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
