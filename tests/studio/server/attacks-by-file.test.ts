import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { smallPicture } from '../../support/folder.ts';
import { attacked } from './attacked.ts';
import type { Stage } from './stage.ts';
import { expectRefused, png, pour } from './weapons.ts';

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
		if (width === 0xffff) bomb.fill(Buffer.from('0000ffff0000ffff', 'hex'), 16, 24);
		expectRefused(await stage.put('/api/intake/b/bomb?name=bomb.png', bomb), [422]);
	}
});

it('reads two gigabytes no further than it must, and keeps nothing of them', async () => {
	room = await attacked(8 * 2 ** 20);
	({ stage } = room);
	const head = (await smallPicture('x')).subarray(0, 64);
	const announced = await pour(stage, '/api/intake/b/k?name=a.jpg', head, {
		'content-length': 2 ** 31,
	});
	expect(announced.status).toBe(413);
	const before = process.memoryUsage().rss;
	const endless = await pour(stage, '/api/intake/b/k?name=a.jpg', head, {
		'transfer-encoding': 'chunked',
	});
	expect([0, 413]).toContain(endless.status);
	expect(endless.sent).toBeLessThan(200 * 2 ** 20);
	expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20);
	expect(existsSync(join(room.quarantine.folder, 'b/k'))).toBe(false);
	const noPicture = await pour(stage, '/api/intake/b/k?name=a.jpg', Buffer.from('<svg '), {
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
