import { describe, expect, it } from 'vitest';
import { addressOf, isLasting, isServers, pathOf } from '../../../src/lib/offline/paths.ts';

const scope = 'https://example.org/hall/';

describe('the file of an address', () => {
	it.each([
		['https://example.org/hall/', 'index.html'],
		['https://example.org/hall/en/galleries/', 'en/galleries/index.html'],
		['https://example.org/hall/en/__data.json?x-sveltekit-invalidated=01', 'en/__data.json'],
		['https://example.org/hall/media/%D0%B0.avif', 'media/а.avif'],
		['https://example.org/hall/a%', 'a%'],
	])('%s is %s', (address, path) => expect(pathOf(address, scope)).toBe(path));

	it.each(['https://example.org/', 'https://other.org/hall/', 'http://example.org/hall/'])(
		'%s is not of this site',
		(address) => expect(pathOf(address, scope)).toBe(undefined),
	);
});

it('a page is asked for at its folder, and what that gives is the same file', () => {
	for (const path of ['index.html', 'en/index.html', '404.html', 'media/a b.avif'])
		expect(pathOf(addressOf(path, scope), scope)).toBe(path);
	expect(addressOf('en/index.html', scope)).toBe(`${scope}en/`);
});

it('what has its hash in its name lasts', () => {
	expect(['media/a.avif', 'iiif/images/a/b.jpg', '_app/immutable/x.js'].every(isLasting)).toBe(
		true,
	);
	expect(['_app/version.json', 'en/media/', 'index.html'].some(isLasting)).toBe(false);
});

it('what only the server knows is never kept; whether there is a kioskd is asked without one too', () => {
	const servers = ['kiosk.json', 'sw-off.json', 'media-manifest/index.json', 'kioskd/orders'];
	expect(servers.every(isServers)).toBe(true);
	const kept = ['kiosk/index.html', 'kioskd/setup', 'en/kiosk.json', 'index.html'];
	expect(kept.some(isServers)).toBe(false);
});
