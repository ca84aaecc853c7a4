import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { smallPicture } from '../../support/folder.ts';
import { attacked } from './attacked.ts';
import type { Stage } from './stage.ts';
import { bare, expectRefused } from './weapons.ts';

// A process for each that crashes or is stopped; the machine may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let room: Awaited<ReturnType<typeof attacked>>;
let stage: Stage;

beforeEach(async () => {
	room = await attacked();
	({ stage } = room);
});

// Whatever was tried, the server goes on, and its log names nothing.
afterEach(async () => {
	expect((await stage.get('/api/view')).status).toBe(200);
	expect((await stage.get('/thumb/tea/160')).status).toBe(200);
	expect(room.said).toEqual([]);
});

it('refuses another name of this computer, whatever is asked', async () => {
	for (const path of ['/', '/api/view', '/api/enter', '/thumb/tea/160', '/nothing'])
		expectRefused(await stage.get(path, { host: `rebound.example:${stage.port}` }), [421]);
	const both = `Host: 127.0.0.1:${stage.port}\r\nHost: rebound.example`;
	expect(await bare(stage, `GET /api/view HTTP/1.1\r\n${both}\r\n\r\n`)).toMatch(
		/^HTTP\/1\.1 4\d\d/,
	);
	expect(await bare(stage, 'GET /api/view HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 4\d\d/);
	const absolute = 'GET http://rebound.example/api/view HTTP/1.1\r\nHost: rebound.example\r\n\r\n';
	expect(await bare(stage, absolute)).toMatch(/^HTTP\/1\.1 421/);
});

it('refuses another page, and one without the token', async () => {
	const step = { title: '', operations: [{ do: 'remove', photo: 'tea' }] };
	const wrong = [
		...[{ origin: 'https://evil.example' }, { origin: 'null' }, { origin: undefined }],
		...[{ 'sec-fetch-site': 'cross-site' }, { 'x-studio-token': undefined }],
		{ 'x-studio-token': 'guess' },
	];
	for (const headers of wrong) {
		expectRefused(await stage.post('/api/change', step, headers), [401, 403]);
		expectRefused(await stage.put('/api/intake/b/k', await smallPicture('x'), headers), [401, 403]);
	}
	expect(room.desk.steps).toEqual([]);
	expect(await readdir(room.quarantine.folder)).toEqual([]);
	const preflight = { host: `127.0.0.1:${stage.port}`, origin: 'https://evil.example' };
	const asked = `OPTIONS /api/change HTTP/1.1\r\nHost: ${preflight.host}\r\nOrigin: ${preflight.origin}\r\nConnection: close\r\n\r\n`;
	const answer = await bare(stage, asked);
	expect(answer).toMatch(/^HTTP\/1\.1 405/);
	expect(answer.toLowerCase()).not.toContain('access-control');
});

it('leads out of no folder', async () => {
	const paths = [
		...['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/..%5csecret.txt'],
		...['//etc/passwd', '/assets/../../secret.txt', '/assets/%2e%2e%2f%2e%2e%2fsecret.txt'],
		...['/etc/passwd', '/C:/Windows/win.ini', '/secret.txt', '/.git/config', '/%00', '/%ff'],
		...['/@fs/etc/passwd', '/@fs/etc/passwd?import&raw??', '/assets/a.js::$DATA/..'],
		...['/thumb/..%2f..%2fsecret.jpg/160', '/thumb/%2e%2e/160', '/thumb/%2fetc%2fpasswd/160'],
		...['/thumb/link/160', '/thumb/linked/160', '/thumb/old/160', '/picture/link?safe=0'],
		...['/picture/..%2f..%2fsecret.jpg', '/api/../secret.txt', '/thumb/__proto__/160'],
	];
	for (const path of paths) {
		const answer = await stage.get(path);
		expect([path, answer.status]).toEqual([
			path,
			expect.toSatisfy((one: number) => [400, 404].includes(one)),
		]);
		expect(answer.text).not.toMatch(/secret$|root:/);
	}
	for (const of of [
		'{"kind":"story","story":"../../x","lang":"en"}',
		'{"kind":"photo","photo":"/etc"}',
	])
		expectRefused(await stage.get(`/api/versions?of=${encodeURIComponent(of)}`), [400]);
	const restored = { of: { kind: 'photo', photo: 'tea' }, version: '../../x' };
	expectRefused(await stage.post('/api/restore', restored), [400]);
});
