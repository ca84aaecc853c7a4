import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fingerprint, judge, keyText, knownHost } from '../../../src/studio/publish/known-hosts.ts';

const [a, b] = ['ssh-ed25519 AAAA', 'ssh-rsa BBBB'];
const salt = Buffer.from('salt and salt and sa').toString('base64');
const hashOf = (name: string) =>
	`|1|${salt}|${createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64')}`;

describe('known_hosts', () => {
	it.each([
		['its name', `example.org ${a}`],
		['one of its names', `other.org,example.org,192.0.2.1 ${a} comment`],
		['a pattern', `*.org,!bad.org ${a}`],
		['a hash', `${hashOf('example.org')} ${a}`],
		['another line', `# example.org ${b}\n\nother.org ${b}\r\nexample.org ${a}`],
	])('tells a host by %s', (_, text) => {
		expect(knownHost(text, 'example.org')).toEqual({ keys: [a], revoked: [] });
	});

	it('tells ports apart', () => {
		const text = `[example.org]:2222 ${a}\nexample.org ${b}`;
		expect(knownHost(text, 'example.org', 2222).keys).toEqual([a]);
		expect(knownHost(text, 'example.org').keys).toEqual([b]);
	});

	it('knows what was excluded, revoked or is an authority', () => {
		expect(knownHost(`*.org,!bad.org ${a}`, 'bad.org').keys).toEqual([]);
		expect(knownHost(`@revoked * ${a}`, 'x').revoked).toEqual([a]);
		expect(knownHost(`@cert-authority * ${a}`, 'x').keys).toEqual([]);
	});
});

it('a key is judged by the person’s own list, then by what was remembered', () => {
	const none = { keys: [], revoked: [] };
	expect(judge(a, none)).toBe('new');
	expect(judge(a, none, a)).toBe('known');
	expect(judge(a, none, b)).toBe('changed');
	expect(judge(a, { keys: [a], revoked: [] }, b)).toBe('known');
	expect(judge(a, { keys: [b], revoked: [] }, a)).toBe('changed');
	expect(judge(a, { keys: [a], revoked: [a] }, a)).toBe('changed');
});

it('a key is written as OpenSSH does', () => {
	const bytes = Buffer.concat([Buffer.from([0, 0, 0, 11]), Buffer.from('ssh-ed25519 and more')]);
	expect(keyText(bytes)).toBe(`ssh-ed25519 ${bytes.toString('base64')}`);
	expect(fingerprint(keyText(bytes))).toMatch(/^SHA256:[A-Za-z0-9+/]{43}$/);
});
