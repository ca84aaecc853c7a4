import type { Kept, KeptPhoto } from '../offline-model.ts';
import { choose } from './choose.ts';

/** The name of what a kiosk keeps; a gallery's is its language and id. */
export const hall = 'exhibition';
const format = 1;

/** What is kept under a name in one version: written before the first file, so that nobody sweeps the files away. */
export interface Plan {
	format: number;
	name: string;
	version: string;
	bytes: number;
	/** Of the longer side of the screen that it is for. */
	pixels: number;
	files: Kept[];
	instead: Record<string, string>;
	/** Those that can be taken out of it. */
	photos: KeptPhoto[];
}

/** Which version of a plan is shown. */
export interface Pointer {
	name: string;
	version: string;
	/** The one before it: a page of it may still be open. */
	before?: string;
	/** Ids of photos that were taken out of it. */
	gone: string[];
}

export function planOf(
	name: string,
	{ version, files }: { version: string; files: readonly Kept[] },
	pixels: number,
	photos: readonly KeptPhoto[] = [],
): Plan {
	const chosen = choose(files, pixels);
	const bytes = chosen.files.reduce((sum, one) => sum + one.bytes, 0);
	return { format, name, version, bytes, pixels, ...chosen, photos: [...photos] };
}

/** One of a later Nigoh, whose form is not known here, is as good as none. */
export function isReadable(plan: Plan | undefined): plan is Plan {
	return plan?.format === format;
}

/** Files of photos that must go, without those that another photo still needs. */
export function filesOfGone(photos: readonly KeptPhoto[], gone: ReadonlySet<string>): string[] {
	const staying = new Set(photos.flatMap(({ id, files }) => (gone.has(id) ? [] : files)));
	const going = photos.flatMap(({ id, files }) => (gone.has(id) ? files : []));
	return [...new Set(going)].filter((file) => !staying.has(file));
}
