import { createHash, createHmac } from 'node:crypto';

/** What OpenSSH's `known_hosts` says of a host; each key as there, `ssh-ed25519 AAAA…`. */
export interface KnownHost {
	keys: readonly string[];
	revoked: readonly string[];
}

/** Format: sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT". Authorities are passed over: no certificate is asked for. */
export function knownHost(text: string, host: string, port = 22): KnownHost {
	const name = port === 22 ? host : `[${host}]:${port}`;
	const [keys, revoked]: [string[], string[]] = [[], []];
	for (const line of text.split(/\r?\n/)) {
		const [, marker, names = '', type, key] =
			/^\s*(?:(@\S+)\s+)?([^#\s]\S*)\s+(\S+)\s+(\S+)/.exec(line) ?? [];
		if (!isOf(names, name)) continue;
		if (marker === '@revoked') revoked.push(`${type} ${key}`);
		else if (marker === undefined) keys.push(`${type} ${key}`);
	}
	return { keys, revoked };
}

/** A host's key, as it sends it. */
export function keyText(key: Buffer): string {
	// It begins with the length of its type, and then that.
	const type = key.subarray(4, 4 + key.readUInt32BE(0)).toString('latin1');
	return `${type} ${key.toString('base64')}`;
}

/** As ssh-keygen and hosts print it. */
export function fingerprint(key: string): string {
	const bytes = Buffer.from(key.split(' ')[1] ?? '', 'base64');
	return `SHA256:${createHash('sha256').update(bytes).digest('base64').replace(/=+$/, '')}`;
}

/**
 * Whether a host is the one it was. What the curator's own list says counts before what we remember.
 *
 * @param remembered key of the last time
 */
export function judge(
	key: string,
	{ keys, revoked }: KnownHost,
	remembered?: string,
): 'known' | 'new' | 'changed' {
	if (revoked.includes(key)) return 'changed';
	const before = keys.length > 0 ? keys : remembered === undefined ? [] : [remembered];
	if (before.length === 0) return 'new';
	return before.includes(key) ? 'known' : 'changed';
}

function isOf(names: string, name: string): boolean {
	const all = names.split(',');
	if (all.some((one) => one.startsWith('!') && fits(one.slice(1), name))) return false;
	return all.some((one) => (one.startsWith('|1|') ? isHashOf(one, name) : fits(one, name)));
}

function isHashOf(hashed: string, name: string): boolean {
	const [, , salt = '', hash] = hashed.split('|');
	return createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash;
}

function fits(pattern: string, name: string): boolean {
	const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');
	const whole = escaped.replaceAll('*', '.*').replaceAll('?', '.');
	return new RegExp(`^${whole}$`, 'i').test(name);
}
