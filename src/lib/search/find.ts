import { fold } from '../fold.ts';
import type { Finding } from './records.ts';

/** Of Pagefind's own script, what is used here. */
interface Engine {
	options(settings: Record<string, unknown>): Promise<void>;
	search(words: string): Promise<{ results: readonly { data(): Promise<Fragment> }[] }>;
}

interface Fragment {
	raw_url?: string;
	url: string;
	meta: Readonly<Record<string, string>>;
}

/** A page that was found. */
export interface Found extends Finding {
	/** Segments of its path. */
	path: string[];
}

/** All that was found; a part is fetched when it is to be shown. */
export interface Findings {
	count: number;
	some(from: number, to: number): Promise<Found[]>;
}

let engine: Promise<Engine> | undefined;

/**
 * Fetches the index of the page's language, once; again where that failed.
 *
 * @param script whole address of Pagefind's script
 */
export function prepare(script: string): Promise<Engine> {
	engine ??= start(script).catch((error: unknown) => {
		engine = undefined;
		throw error;
	});
	return engine;
}

async function start(script: string): Promise<Engine> {
	const made = (await import(/* @vite-ignore */ script)) as Engine;
	// The worker is a second copy of the script, and an exhibition is searched in a moment.
	await made.options({ noWorker: true });
	return made;
}

/** @throws where the index cannot be fetched */
export async function find(script: string, words: string): Promise<Findings> {
	const { search } = await prepare(script);
	const { results } = await search(fold(words));
	return {
		count: results.length,
		some: (from, to) =>
			Promise.all(results.slice(from, to).map(async (one) => foundOf(await one.data()))),
	};
}

function foundOf({ raw_url: raw, url, meta }: Fragment): Found {
	const path = (raw ?? url).split('/').filter(Boolean);
	return { ...(JSON.parse(meta.finding ?? '{}') as Finding), path };
}
