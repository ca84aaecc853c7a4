import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { acceptRelease, acceptWithdrawn } from '../../../src/kiosk/release/accept.ts';
import { signed } from '../../../src/kiosk/release/signed.ts';
import { keys } from '../../support/kiosk-release.ts';

const sha256 = 'ab'.repeat(32);
const release = {
	kind: 'release',
	format: 1,
	id: 'ab'.repeat(10),
	minAgent: 1,
	made: '2026-11-24T08:00:00.000Z',
	files: [{ path: 'index.html', sha256, bytes: 3 }],
	galleries: ['hall'],
	photos: [{ id: 'tea', gallery: 'hall', files: ['index.html'] }],
};
const accept = (changes: object, key = keys.privateKey) =>
	acceptRelease(signed({ ...release, ...changes }, key), keys.publicKey);

it('takes what was signed, as it was', () => {
	expect(accept({})).toEqual(release);
});

it.each([0, 1, 40, 200, -100, -4])('refuses it where the byte at %d was changed', (at) => {
	const bytes = Buffer.from(signed(release, keys.privateKey));
	const index = at < 0 ? bytes.length + at : at;
	bytes[index] = bytes[index]! ^ 1;
	const read = () => acceptRelease(bytes.toString(), keys.publicKey);
	expect(read).toThrow('the release has a wrong signature');
});

it('refuses what others signed, what is not signed, and one list in the place of another', () => {
	const { privateKey } = generateKeyPairSync('ed25519');
	expect(() => accept({}, privateKey)).toThrow('wrong signature');
	expect(() => acceptRelease(JSON.stringify(release), keys.publicKey)).toThrow('wrong signature');
	expect(() => acceptRelease('', keys.publicKey)).toThrow('wrong signature');
	const text = signed(release, keys.privateKey);
	expect(() => acceptWithdrawn(text, keys.publicKey)).toThrow('kind');
});

it('refuses a format that is not known, and what needs a later kioskd', () => {
	expect(() => accept({ format: 2 })).toThrow('the release has the unknown format 2');
	expect(() => accept({ minAgent: 99 })).toThrow('the release needs kioskd 99, and this is 1');
});

it.each(['/etc/passwd', '../up', 'a/../../up', 'a\\b', 'C:/x', './a', 'a//b', 'a/', '', 'a\0b'])(
	'refuses the path %j',
	(path) => {
		expect(() => accept({ files: [{ path, sha256, bytes: 3 }], photos: [] })).toThrow(
			'files.0.path',
		);
	},
);

it('refuses a release that contradicts itself', () => {
	const { files } = release;
	expect(() => accept({ files: [...files, ...files] })).toThrow('names a file twice');
	expect(() => accept({ files: [], photos: release.photos })).toThrow('lacks index.html');
});
