import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Six digits, from 0 to 9 whatever the language. */
export function isPin(text: string): boolean {
	return /^[0-9]{6}$/.test(text);
}

// 32 MB and about a tenth of a second on a small computer: a million tries take more than a day.
const cost = { N: 2 ** 15, r: 8, p: 1 };
const pattern = /^scrypt\$([A-Za-z0-9_-]{22})\$([A-Za-z0-9_-]{43})$/;

export function isPinHash(text: string): boolean {
	return pattern.test(text);
}

/** `scrypt$SALT$HASH`, both base64url. */
export async function hashPin(pin: string): Promise<string> {
	const salt = randomBytes(16);
	const hash = await derive(pin, salt);
	return `scrypt$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/** Takes as long for a wrong PIN as for the right one. */
export async function isPinOf(pin: string, stored: string): Promise<boolean> {
	const [, salt, hash] = pattern.exec(stored) ?? [];
	if (!salt || !hash) return false;
	const tried = await derive(pin, Buffer.from(salt, 'base64url'));
	return timingSafeEqual(tried, Buffer.from(hash, 'base64url'));
}

function derive(pin: string, salt: Buffer): Promise<Buffer> {
	return new Promise((done, fail) => {
		scrypt(pin, salt, 32, { ...cost, maxmem: 64 * 1024 * 1024 }, (error, key) => {
			if (error) fail(error);
			else done(key);
		});
	});
}
