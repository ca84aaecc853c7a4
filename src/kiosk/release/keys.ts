import {
	createPrivateKey,
	createPublicKey,
	generateKeyPairSync,
	type KeyObject,
} from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exists } from '../../lib/server/content/exists.ts';
import { writeWhole } from '../../lib/server/content/write.ts';
import { Refusal } from '../../vite/refusal.ts';

export const privateName = 'kiosk-private.pem';
export const publicName = 'kiosk-public.pem';

/**
 * Makes the two halves of a key (Ed25519) in a folder.
 *
 * @throws {Refusal} where one is there: devices that know it would take nothing signed with a new one
 */
export async function makeKeys(folder: string): Promise<void> {
	for (const name of [privateName, publicName]) {
		if (!(await exists(join(folder, name)))) continue;
		const remedy = 'name another folder, or go on with these keys';
		throw new Refusal(`${join(folder, name)} is there already`, remedy, 1);
	}
	const { privateKey, publicKey } = generateKeyPairSync('ed25519');
	await mkdir(folder, { recursive: true });
	const pem = (key: KeyObject, type: 'pkcs8' | 'spki') => key.export({ type, format: 'pem' });
	await writeWhole(join(folder, privateName), pem(privateKey, 'pkcs8'), 0o600);
	await writeWhole(join(folder, publicName), pem(publicKey, 'spki'));
}

/** @throws {Refusal} where there is none or it is no Ed25519 key */
export async function privateKeyOf(file: string): Promise<KeyObject> {
	return keyIn(file, createPrivateKey);
}

/** @throws {Refusal} where there is none or it is no Ed25519 key */
export async function publicKeyOf(file: string): Promise<KeyObject> {
	return keyIn(file, createPublicKey);
}

async function keyIn(file: string, create: (pem: string) => KeyObject): Promise<KeyObject> {
	const pem = await readFile(file, 'utf8').catch(() => undefined);
	const remedy = 'make one with `npm run kiosk:keys -- DIR`, and name it';
	if (pem === undefined) throw new Refusal(`there is no key ${file}`, remedy, 1);
	try {
		const key = create(pem);
		if (key.asymmetricKeyType === 'ed25519') return key;
	} catch {
		// Said below.
	}
	throw new Refusal(`${file} is not such a key`, remedy, 1);
}
