import { sign as signBytes, verify, type KeyObject } from 'node:crypto';

/** The signature stands last, and everything before it is signed, to the byte. */
const tail = /,"sig":"([A-Za-z0-9+/]{86}==)"\}\n$/;

/**
 * Puts an Ed25519 signature into a JSON object, as its last key `sig`. One file that holds both is
 * replaced in one step, which two beside each other are not.
 */
export function signed(value: object, key: KeyObject): string {
	const text = JSON.stringify(value, null, '\t').replace(/\n?\}$/, '');
	return `${text},"sig":"${signBytes(null, Buffer.from(text), key).toString('base64')}"}\n`;
}

/** What was signed with the other half of this key; undefined where it was not, or was changed. */
export function opened(text: string, key: KeyObject): unknown {
	const [whole, signature] = tail.exec(text.slice(-200)) ?? [];
	if (whole === undefined || signature === undefined) return undefined;
	const body = text.slice(0, -whole.length);
	const isTrue = verify(null, Buffer.from(body), key, Buffer.from(signature, 'base64'));
	return isTrue ? JSON.parse(`${body}}`) : undefined;
}
