import type { Browsers, Run } from './browsers.ts';
import type { Clock } from './clock.ts';
import type { ReleasesOf } from './releases.ts';

export const standardPort = 8730;
/** The screen of a device that names none. */
export const standardScreen = 'main';
/** Where sticks are mounted, each in a folder of its own. */
export const standardSticks = '/media/kiosk';

export interface KioskdOptions {
	/** Where releases, state and counts lie; kioskd makes what is missing. */
	data: string;
	/** `kiosk.json` of the device. */
	config: string;
	/** 0: any that is free. */
	port?: number;
	/** A build folder, to be shown as release `desk`. */
	site?: string;
	/** Where sticks are mounted, if elsewhere than on a device. */
	sticks?: string;
	/** Where `health.json` is written; without it, `run` in the data folder. */
	run?: string;
	/** Without it: the build, or what `current` points to. */
	releases?: ReleasesOf;
	browsers: Browsers;
	/** Runs programs of the system: `systemctl`, `timedatectl`. */
	system: Run;
	clock?: Clock;
	/** From 0 to 1. */
	random?: () => number;
	isSynced?: () => boolean;
	say?: (sentence: string) => void;
}
