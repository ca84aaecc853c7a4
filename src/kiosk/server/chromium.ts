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
	];
}

/** For devices with little memory (2 GB or less). */
export const lowMemoryFlags = ['--enable-low-end-device-mode', '--renderer-process-limit=1'];

/** The page of a screen, seen from this device. */
export function pageOf(port: number | string, screen: string): string {
	return `http://127.0.0.1:${port}/kiosk/?screen=${screen}`;
}
