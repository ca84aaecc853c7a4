import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from '../../vite/refusal.ts';
import { layDevice } from './device.ts';
import { layRelease } from './lay-release.ts';
import { installScript } from './script.ts';

const run = promisify(execFile);

export interface Pack {
	checkout: string;
	/** Where the archive goes. */
	folder: string;
	/** The first one that the device shows, as `npm run kiosk:release` made it. */
	release: string;
	/** A file in PEM. */
	key: string;
}

/**
 * Makes the technician's box: Node, kioskd, units, policy, key and a first release, as one archive
 * for devices of this computer's kind.
 *
 * @returns the archive's path
 * @throws {Refusal} where the release or the key is none
 */
export async function pack({ checkout, folder, release, key }: Pack): Promise<string> {
	const publicKey = await readKey(key);
	await mkdir(folder, { recursive: true });
	// Beside the archive: there is room for it there.
	const draft = await mkdtemp(join(folder, '.pack-'));
	try {
		const id = await layRelease(release, join(draft, 'box', 'release'));
		const name = `nigoh-kiosk-${id}-${process.platform}-${process.arch}`;
		const box = join(draft, name);
		await rename(join(draft, 'box'), box);
		await layDevice(checkout, join(box, 'root'), publicKey);
		await writeFile(join(box, 'release.id'), `${id}\n`);
		await writeFile(join(box, 'public.pem'), publicKey);
		await writeFile(join(box, 'install.sh'), installScript, { mode: 0o755 });
		const archive = join(folder, `${name}.tar.gz`);
		await tar(draft, name, `${archive}.new`);
		await rename(`${archive}.new`, archive);
		return archive;
	} finally {
		await rm(draft, { recursive: true, force: true });
	}
}

async function tar(folder: string, name: string, archive: string): Promise<void> {
	await run('tar', ['-czf', archive, '-C', folder, name]).catch((error: Error) => {
		throw new Refusal(`the archive cannot be made (${error.message})`, 'is `tar` installed?', 1);
	});
}

async function readKey(file: string): Promise<string> {
	const text = await readFile(file, 'utf8');
	// The other key makes releases, and must never leave the house.
	if (/^-----BEGIN PUBLIC KEY-----/.test(text)) return text;
	const remedy = 'name the public one that `npm run kiosk:keys` made';
	throw new Refusal(`${file} is not a public key`, remedy, 2);
}
