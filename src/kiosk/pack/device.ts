import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { laidFiles } from '../install/files.ts';
import { lay, layProgram, type Laying } from '../install/install.ts';
import { places } from '../install/places.ts';
import { bundleKioskd } from './bundle.ts';

/**
 * Everything of a device but its pages, below a folder that stands for its root.
 *
 * @param publicKey goes into a new `kiosk.json`
 */
export async function layDevice(
	checkout: string,
	prefix: string,
	publicKey?: string,
): Promise<Laying[]> {
	const draft = await mkdtemp(join(tmpdir(), 'kioskd-'));
	try {
		const bundle = join(draft, 'kioskd.mjs');
		await bundleKioskd(checkout, bundle);
		await layProgram(bundle, prefix, `${places.program}/kioskd.mjs`);
		await layProgram(process.execPath, prefix, `${places.program}/node`);
	} finally {
		await rm(draft, { recursive: true, force: true });
	}
	return lay(prefix, laidFiles(publicKey));
}
