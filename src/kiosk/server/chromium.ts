/** What a kiosk's Chromium is started with; strings may be a shell's, such as `$1`. */
export interface Start {
	address: string;
	profile: string;
	/** Where it keeps what it has loaded; in memory, since a disk is to live long. */
	cache?: string;
	isWayland?: boolean;
	/** A window that can be closed, to look at a kiosk on a desk. */
	isWindow?: boolean;
}

/**
 * Of each switch only the last occurrence counts: so there is one `--disable-features`. Never among
 * them: `--incognito` (it loses what it was granted), `--no-sandbox`, `--remote-debugging-port`.
 */
export function chromiumFlags({ address, profile, cache, isWayland, isWindow }: Start): string[] {
	return [
		...(isWindow ? [] : ['--kiosk']),
		`--app=${address}`,
		`--user-data-dir=${profile}`,
		...(cache ? [`--disk-cache-dir=${cache}`, `--disk-cache-size=${32 * 1024 * 1024}`] : []),
		...(isWayland ? ['--ozone-platform=wayland'] : []),
		'--no-first-run',
		'--noerrdialogs',
		'--hide-crash-restore-bubble',
		'--password-store=basic',
		'--disable-component-update',
		'--check-for-update-interval=31536000',
		'--autoplay-policy=no-user-gesture-required',
		'--disable-pinch',
		'--overscroll-history-navigation=0',
		'--disable-features=OverscrollHistoryNavigation,MediaRouter',
		steadyCode,
	];
}

/**
 * V8 compiles a function on its first run, and leaves it at that. Else all that runs for weeks is compiled better and
 * better, and kept: 10 % of the heap from visit 200 to 2,000. A V8 that does not know one of these goes without it.
 */
export const steadyCode = '--js-flags=--always-sparkplug --no-maglev --no-opt';

/** For devices with little memory (2 GB or less). */
export const lowMemoryFlags = ['--enable-low-end-device-mode', '--renderer-process-limit=1'];

/** The page of a screen, seen from this device. */
export function pageOf(port: number | string, screen: string): string {
	return `http://127.0.0.1:${port}/kiosk/?screen=${screen}`;
}
