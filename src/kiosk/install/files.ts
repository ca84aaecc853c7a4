import { places, type Laid } from './places.ts';
import { policyFile } from './policy.ts';
import { rules } from './rules.ts';
import { scripts } from './scripts.ts';
import { units } from './units.ts';

/**
 * The device's own file, for the technician to complete.
 *
 * @param publicKey of those who make releases
 */
export function deviceFile(publicKey?: string): Laid {
	const device = { headphones: false, sources: [], ...(publicKey ? { publicKey } : {}) };
	const text = `${JSON.stringify(device, null, '\t')}\n`;
	return { path: places.config, text, mode: 0o640, isKept: true };
}

/** Every text of an installation. */
export function laidFiles(publicKey?: string): Laid[] {
	return [...units, policyFile, ...rules, ...scripts, deviceFile(publicKey)];
}
