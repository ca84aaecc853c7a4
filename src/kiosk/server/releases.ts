import type { Catalogue } from './catalogue.ts';
import type { Clock } from './clock.ts';
import type { Device } from './device.ts';

/** The pages that are served. */
export interface Shown {
	id: string;
	/** Where `index.html` lies. */
	folder: string;
	/** Which of its files belong to which photo; else `kiosk.json` in the folder says so. */
	catalogue?: Catalogue;
}

export interface ReleaseStatus {
	/** One that is ready and waits for a quiet moment. */
	pending?: string;
	lastUpdate?: {
		/** ISO 8601 */
		at: string;
		ok: boolean;
		error?: string;
	};
	/** Sentences for the staff. */
	warnings?: string[];
}

/**
 * The seam between kioskd and what brings, checks and swaps releases. kioskd serves `shown()`, asks
 * again at each request, and calls `tick()` every second; nothing else of it knows where releases
 * come from.
 */
export interface Releases {
	/** undefined: nothing fit to be shown; kioskd shows its own calm page. */
	shown(): Shown | undefined;
	status(): ReleaseStatus;
	/** Photos that may not be shown any more: pages that still name them leave them out. */
	gone?(): readonly string[];
	/** May every stick that is in be pulled out, and could all of them be used? */
	stick?(): 'read' | 'wrong' | undefined;
	/** Staff want it now, and not at the next quiet moment. */
	updateNow(): Promise<void>;
	/** Is not called again before it has resolved. */
	tick(): Promise<void>;
}

/** What kioskd knows of its screens, for those who decide when to swap. */
export interface Glass {
	/** Every screen has been in ATTRACT without a touch for so many milliseconds. */
	isQuiet(ms: number): boolean;
	reload(): void;
	/** Every screen shows this release in ATTRACT and has decoded a photo of each gallery. */
	hasPassed(release: string): boolean;
	/** Does a visitor use a page of this release just now? */
	isInUse(release: string): boolean;
	/** Milliseconds to the next opening or since the last, whichever is nearer. */
	fromOpening(): number;
	clock: Clock;
}

/** @param device what `kiosk.json` says, such as sources and the public key */
export type ReleasesOf = (glass: Glass, device: Device) => Promise<Releases>;

/** A build on the desk: it is what it is. */
export function deskReleases(site: string): Releases {
	return {
		shown: () => ({ id: 'desk', folder: site }),
		status: () => ({}),
		updateNow: () => Promise.resolve(),
		tick: () => Promise.resolve(),
	};
}
