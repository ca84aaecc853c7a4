import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const random = () => randomBytes(32).toString('base64url');

/**
 * Who may come in: who has the token of this start, which stands in the address that is opened, and then
 * the cookie that it is exchanged for. Both end with the server.
 */
export class Door {
	readonly token = random();
	readonly #secret = random();

	isToken(given: string | undefined): boolean {
		return isSame(given, this.token);
	}

	/** Cookies know no ports: two studios on one computer must not take each other's away. */
	cookie(port: number): string {
		return `${nameFor(port)}=${this.#secret}; Path=/; SameSite=Strict; HttpOnly`;
	}

	hasCookie(header: string | undefined, port: number): boolean {
		const start = `${nameFor(port)}=`;
		const given = header?.split(/;\s*/).find((one) => one.startsWith(start));
		return isSame(given?.slice(start.length), this.#secret);
	}
}

function nameFor(port: number): string {
	return `nigoh-studio-${port}`;
}

/** In a time that does not tell how much of it was right. */
function isSame(given: string | undefined, wanted: string): boolean {
	const hash = (text: string) => createHash('sha256').update(text).digest();
	return given !== undefined && timingSafeEqual(hash(given), hash(wanted));
}
