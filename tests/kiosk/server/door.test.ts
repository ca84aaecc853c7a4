import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { isOurs } from '../../../src/kiosk/server/guard.ts';
import { ask, beat, post, stage } from './kiosk.ts';

describe('who is answered', () => {
	it.each([
		['GET', { host: '127.0.0.1:8730' }, true],
		['GET', { host: 'localhost:8730' }, true],
		['GET', { host: 'evil.example:8730' }, false],
		['GET', { host: '127.0.0.1' }, false],
		['GET', { host: '127.0.0.1:8731' }, false],
		['GET', {}, false],
		['POST', { host: '127.0.0.1:8730' }, true],
		['POST', { host: '127.0.0.1:8730', origin: 'http://127.0.0.1:8730' }, true],
		['POST', { host: '127.0.0.1:8730', origin: 'http://evil.example' }, false],
		['POST', { host: '127.0.0.1:8730', origin: 'http://localhost:8730' }, false],
		['POST', { host: '127.0.0.1:8730', origin: 'null' }, false],
		['POST', { host: '127.0.0.1:8730', 'sec-fetch-site': 'cross-site' }, false],
		['POST', { host: '127.0.0.1:8730', 'sec-fetch-site': 'same-site' }, false],
		['POST', { host: '127.0.0.1:8730', 'sec-fetch-site': 'same-origin' }, true],
		['DELETE', { host: '127.0.0.1:8730', origin: 'http://evil.example' }, false],
	])('%s with %o: %s', (method, headers, expected) => {
		expect(isOurs({ method, headers }, 8730)).toBe(expected);
	});

	it('refuses other names and other origins over the wire, for pages as for orders', async () => {
		const kiosk = await (await stage()).open();
		const foreign = { host: `evil.example:${kiosk.port}` };
		for (const path of ['/', '/health', '/kioskd/setup', '/media/shoes-640.avif']) {
			expect((await ask(kiosk, path, { headers: foreign })).status, path).toBe(403);
		}
		expect((await post(kiosk, '/hb', beat, { origin: 'http://evil.example' })).status).toBe(403);
		expect((await post(kiosk, '/hb', beat)).status).toBe(204);
	});

	it('answers on this computer only', async () => {
		const kiosk = await (await stage()).open();
		const others = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
		const outside = others.filter(({ internal, family }) => !internal && family === 'IPv4');
		for (const { address } of outside) {
			const reached = await new Promise((done) => {
				const socket = connect(kiosk.port, address, () => done(true));
				socket.once('connect', () => socket.destroy()).once('error', () => done(false));
			});
			expect(reached, address).toBe(false);
		}
	});
});

describe('what is answered', () => {
	it('pages as a web host would, with no store between for pictures', async () => {
		const kiosk = await (await stage()).open();
		const page = await ask(kiosk, '/kiosk/?screen=main');
		expect([page.status, page.text]).toEqual([200, 'kiosk']);
		const slash = await ask(kiosk, '/kiosk?screen=main');
		expect([slash.status, slash.headers.location]).toEqual([308, '/kiosk/?screen=main']);
		const missing = await ask(kiosk, '/nothing');
		expect([missing.status, missing.text]).toEqual([404, 'not here']);
		const picture = await ask(kiosk, '/media/train-640.avif');
		expect(picture.headers['cache-control']).toBe('no-cache');
		expect(picture.headers.etag).toBeTruthy();
		const code = await ask(kiosk, '/_app/immutable/x.js');
		expect(code.headers['cache-control']).toContain('immutable');
		expect((await ask(kiosk, '/../secret.txt')).text).not.toContain('secret');
		expect((await ask(kiosk, '/%2e%2e/secret.txt')).text).not.toContain('secret');
	});

	it('every answer says what a browser may make of it', async () => {
		const kiosk = await (await stage()).open();
		for (const path of ['/', '/health', '/kioskd/setup', '/nothing']) {
			const { headers } = await ask(kiosk, path);
			expect(headers['x-content-type-options'], path).toBe('nosniff');
			expect(headers['referrer-policy'], path).toBe('no-referrer');
			expect(headers['access-control-allow-origin'], path).toBeUndefined();
		}
		for (const path of ['/health', '/kioskd/setup', '/kioskd/nothing']) {
			expect((await ask(kiosk, path)).headers['cache-control'], path).toBe('no-store');
		}
	});

	it('a calm page that comes back by itself where there is nothing to be shown', async () => {
		const shown = { current: undefined as { id: string; folder: string } | undefined };
		const one = await stage();
		const kiosk = await one.open({
			releases: () =>
				Promise.resolve({
					shown: () => shown.current,
					status: () => ({}),
					updateNow: () => Promise.resolve(),
					tick: () => Promise.resolve(),
				}),
		});
		const calm = await ask(kiosk, '/kiosk/');
		expect(calm.status).toBe(503);
		expect(calm.text).toContain('location.reload()');
		expect(calm.headers['content-security-policy']).toMatch(/script-src 'sha256-/);
		expect((await ask(kiosk, '/health')).status).toBe(503);
		shown.current = { id: 'r2', folder: `${one.folder}/site` };
		expect((await ask(kiosk, '/kiosk/')).text).toBe('kiosk');
		expect(JSON.parse((await ask(kiosk, '/kioskd/setup')).text)).toMatchObject({ release: 'r2' });
	});

	it('bodies that are too large, no JSON, or not what was agreed, are refused', async () => {
		const kiosk = await (await stage()).open();
		// Whoever still sends may find the line cut before the answer has come.
		const large = await post(kiosk, '/hb', 'x'.repeat(300_000)).catch(() => ({ status: 413 }));
		expect(large.status).toBe(413);
		expect((await post(kiosk, '/hb', '{')).status).toBe(400);
		expect((await post(kiosk, '/hb', { ...beat, state: 'asleep' })).status).toBe(400);
		expect((await post(kiosk, '/hb', { ...beat, screen: '../x' })).status).toBe(400);
		expect((await post(kiosk, '/kioskd/visit', { language: 'en' })).status).toBe(400);
		expect((await post(kiosk, '/kioskd/pin', {})).status).toBe(400);
	});
});
