import { existsSync } from 'node:fs';
import { readdir, readFile, statfs } from 'node:fs/promises';
import { join } from 'node:path';

/** What the device tells of itself; what it does not tell is missing. */
export interface Measured {
	pssMb?: number;
	diskFreeMb?: number;
	/** Degrees Celsius, of the hottest part. */
	temp?: number;
}

export async function diskFreeMb(folder: string): Promise<number | undefined> {
	try {
		const { bavail, bsize } = await statfs(folder);
		return Math.floor((bavail * bsize) / 1024 / 1024);
	} catch {
		return undefined;
	}
}

export async function temperature(folder = '/sys/class/thermal'): Promise<number | undefined> {
	const zones = (await readdir(folder).catch(() => [])).filter((name) =>
		/^thermal_zone/.test(name),
	);
	const read = zones.map((zone) => readFile(join(folder, zone, 'temp'), 'utf8').catch(() => ''));
	const degrees = (await Promise.all(read)).map((text) => Number.parseInt(text, 10) / 1000);
	const known = degrees.filter((one) => Number.isFinite(one));
	return known.length > 0 ? Math.max(...known) : undefined;
}

/** systemd makes this file when the network has told it the time, since the device was started. */
const synced = '/run/systemd/timesync/synchronized';

/**
 * Has the device been told the time? Only systemd-timesyncd is believed; elsewhere than on Linux,
 * which means on a desk, the computer is.
 */
export function isClockSynced(file = synced, platform: string = process.platform): boolean {
	return platform !== 'linux' || existsSync(file);
}

/** A clock that goes on without power: it may be trusted with opening hours, though not with counts. */
export function hasHardwareClock(file = '/dev/rtc0'): boolean {
	return existsSync(file);
}
