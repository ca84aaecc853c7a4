import { existsSync } from 'node:fs';
import { readdir, symlink } from 'node:fs/promises';
import { connect } from 'node:net';
import { request } from 'node:http';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { contentFolder, smallPicture } from '../../support/folder.ts';
import { photo } from './photo.ts';
import type { Answered, Stage } from './stage.ts';
import { workroom } from './workroom.ts';

// A process for each that crashes or is stopped; the machine may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let room: Awaited<ReturnType<typeof workroom>>;
let stage: Stage;

beforeEach(async () => {
	const folder = await contentFolder({
		'photos/exhibition.yaml': 'format: 1\ntitle: { en: Road }\nlanguages: [en]\n',
		'photos/road/tea.jpg': true,
		'photos-old/secret.jpg': true,
		'secret.jpg': true,
	});
	const root = join(folder, 'photos');
	await symlink(join(folder, 'secret.jpg'), join(root, 'road/link.jpg'));
	await symlink(join(folder, 'photos-old'), join(root, 'linked'));
	room = await workroom(root, [
		...[photo('tea', 'road/tea.jpg'), photo('link', 'road/link.jpg')],
		...[photo('linked', 'linked/secret.jpg'), photo('old', '../photos-old/secret.jpg')],
	]);
	({ stage } = room);
});

// Whatever was tried, the server goes on, and its log names nothing.
afterEach(async () => {
	expect((await stage.get('/api/view')).status).toBe(200);
	expect((await stage.get('/thumb/tea/160')).status).toBe(200);
	expect(room.said).toEqual([]);
});

function expectRefused(answer: Answered, statuses: readonly number[]): void {
	expect(statuses).toContain(answer.status);
	expect(answer.json).toMatchObject({ says: expect.any(String), remedy: expect.any(String) });
	expect(answer.text).not.toMatch(/node_modules|\bat .*:\d+:\d+/);
}

/** As it stands, before any client tidies it up. */
function bare(text: string): Promise<string> {
	return new Promise((done, fail) => {
		const socket = connect(stage.port, '127.0.0.1', () => socket.write(text));
		let heard = '';
		socket.on('data', (data) => (heard += data.toString()));
		socket.on('close', () => done(heard));
		socket.on('error', fail);
	});
}

/** Sends without an end until it is answered; returns how much went out. */
function pour(
	path: string,
	head: Buffer,
	headers: object,
): Promise<{ status: number; sent: number }> {
	return new Promise((done) => {
		const { own, port } = stage;
		const call = request({
			...{ port, host: '127.0.0.1', method: 'PUT', path, agent: false },
			headers: { ...own, ...headers } as Record<string, string>,
		});
		const part = Buffer.alloc(1 << 20, 7);
		let [sent, status] = [0, 0];
		const more = () => {
			while (status === 0 && !call.destroyed && sent < 2 ** 31) {
				sent += part.length;
				if (!call.write(part)) return void call.once('drain', more);
			}
		};
		call.on('response', (response) => {
			status = response.statusCode ?? 0;
			response.resume();
			call.destroy();
		});
		call.on('error', () => undefined);
		call.on('close', () => done({ status, sent }));
		call.write(head);
		more();
	});
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}

/** Grey, one bit a pixel. */
function png(width: number, height: number): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([1, 0, 0, 0, 0], 8);
	const lines = deflateSync(Buffer.alloc(Math.ceil(width / 8 + 1) * height));
	const parts = [chunk('IHDR', header), chunk('IDAT', lines), chunk('IEND', Buffer.alloc(0))];
	return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

it('refuses another name of this computer, whatever is asked', async () => {
	for (const path of ['/', '/api/view', '/api/enter', '/thumb/tea/160', '/nothing'])
		expectRefused(await stage.get(path, { host: `rebound.example:${stage.port}` }), [421]);
	const both = `Host: 127.0.0.1:${stage.port}\r\nHost: rebound.example`;
	expect(await bare(`GET /api/view HTTP/1.1\r\n${both}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 4\d\d/);
	expect(await bare('GET /api/view HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 4\d\d/);
	const absolute = 'GET http://rebound.example/api/view HTTP/1.1\r\nHost: rebound.example\r\n\r\n';
	expect(await bare(absolute)).toMatch(/^HTTP\/1\.1 421/);
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
	const answer = await bare(asked);
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

it('lays a file nowhere else', async () => {
	const picture = await smallPicture('x');
	const names = ['..%2f..%2fx', '%2e%2e', 'CON', 'con', 'a%3astream', 'A', 'x.', '%00', 'a%2fb'];
	for (const name of names) {
		expectRefused(await stage.put(`/api/intake/${name}/k?name=a.jpg`, picture), [400, 404]);
		expectRefused(await stage.put(`/api/intake/b/${name}?name=a.jpg`, picture), [400, 404]);
	}
	const name = encodeURIComponent('../../../../evil.jpg');
	expect((await stage.put(`/api/intake/b/k?name=${name}`, picture)).json).toMatchObject({
		name: 'evil.jpg',
	});
	expect(await readdir(join(room.quarantine.folder, 'b/k'))).toEqual(['evil.jpg']);
});

it('takes nothing that only calls itself a photograph', async () => {
	const texts = [
		'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
		'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
		'<!DOCTYPE html><script>alert(1)</script>',
		...['%PDF-1.7\n', '8BPS\0\x01', 'BM\0\0\0\0', '', 'PK\x03\x04', '#!/bin/sh\n'],
	];
	for (const text of texts)
		expectRefused(await stage.put('/api/intake/b/k?name=tea.jpg', Buffer.from(text)), [415]);
	const cut = (await smallPicture('x')).subarray(0, 200);
	const heads = [cut, Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.from('<svg/>')])];
	for (const bytes of heads)
		expectRefused(await stage.put('/api/intake/b/k?name=tea.jpg', bytes), [422]);
	expect(await readdir(join(room.quarantine.folder, 'b')).catch(() => [])).toEqual([]);
});

it('takes no picture that is larger than any camera makes', async () => {
	for (const [width, height] of [
		[50_000, 50_000],
		[120_000_001, 1],
		[0xffff, 0xffff],
	] as const) {
		const bomb = width * height > 3e9 ? png(8, 8) : png(width, height);
		if (width === 0xffff) (bomb.writeUInt32BE(width, 16), bomb.writeUInt32BE(height, 20));
		expectRefused(await stage.put('/api/intake/b/bomb?name=bomb.png', bomb), [422]);
	}
});

it('reads two gigabytes no further than it must, and keeps nothing of them', async () => {
	const limited = await workroom(room.room.root, [photo('tea', 'road/tea.jpg')], 8 * 2 ** 20);
	stage = limited.stage;
	room = limited;
	const head = (await smallPicture('x')).subarray(0, 64);
	const announced = await pour('/api/intake/b/k?name=a.jpg', head, { 'content-length': 2 ** 31 });
	expect(announced.status).toBe(413);
	const before = process.memoryUsage().rss;
	const endless = await pour('/api/intake/b/k?name=a.jpg', head, {
		'transfer-encoding': 'chunked',
	});
	expect([0, 413]).toContain(endless.status);
	expect(endless.sent).toBeLessThan(200 * 2 ** 20);
	expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20);
	expect(existsSync(join(limited.quarantine.folder, 'b/k'))).toBe(false);
	const noPicture = await pour('/api/intake/b/k?name=a.jpg', Buffer.from('<svg '), {
		'transfer-encoding': 'chunked',
	});
	expect(noPicture.sent).toBeLessThan(200 * 2 ** 20);
});

it('reads no JSON that is huge, deep or of another shape', async () => {
	const huge = `{"title":"${'x'.repeat(9 * 2 ** 20)}","operations":[]}`;
	expectRefused(await stage.post('/api/change', huge), [413]);
	expectRefused(await stage.post('/api/undo', `{"a":"${'x'.repeat(300_000)}"}`), [413]);
	const deep = `{"title":"","operations":${'['.repeat(500_000)}${']'.repeat(500_000)}}`;
	expectRefused(await stage.post('/api/change', deep), [400]);
	for (const text of ['', '[]', 'null', '{', '{"operations":1}', '\ufeff{}', '"\\ud800"'])
		expectRefused(await stage.post('/api/change', text), [400]);
});

it('unfolds no YAML that names itself again and again', async () => {
	const lines = [...'bcdefghijkl'].map((letter, at) => {
		const alias = `*${'abcdefghijk'[at]}`;
		return `${letter}: &${letter} [${Array(9).fill(alias).join(', ')}]`;
	});
	const text = `---\na: &a [x, x, x, x, x, x, x, x, x]\n${lines.join('\n')}\n---\n`;
	const before = performance.now();
	const answer = await stage.post('/api/markdown', { story: 'tea', lang: 'en', text });
	expect(performance.now() - before).toBeLessThan(5000);
	const [first] = (answer.json as { problems: object[] }).problems;
	expect(first).toMatchObject({
		level: 'error',
		message: expect.any(String),
		remedy: expect.any(String),
	});
});
