import { once } from 'node:events';
import { rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { start, stop } from '../support/command.ts';
import { contentFolder, fill, smallPicture } from '../support/folder.ts';
import { tinyExhibition } from '../support/site.ts';

let folder: string;
let address: string;
let server: ChildProcess;
let printed = '';

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, 'close');
	return port;
}

async function get(path: string): Promise<string> {
	const response = await fetch(address + path);
	expect([path, response.status]).toEqual([path, 200]);
	return response.text();
}

beforeAll(async () => {
	folder = await contentFolder(tinyExhibition('Live'));
	const flags = [
		'--exhibition',
		folder,
		'--port',
		String(await freePort()),
		'--as-of',
		'2026-11-24',
	];
	server = start(['dev', ...flags]);
	for (const stream of [server.stdout, server.stderr]) {
		stream?.on('data', (data: Buffer) => (printed += data.toString()));
	}
	const told = () => expect(printed).toMatch(/The exhibition is at http:/);
	await vi.waitFor(told, { timeout: 60_000, interval: 100 });
	address = /The exhibition is at (\S+)/.exec(printed)?.[1] ?? '';
});
afterAll(() => stop(server));

describe('the site while it is edited', () => {
	it('shows entrance, galleries and photos, also one that hangs in two', async () => {
		expect(await get('en/')).toContain('Live exhibition');
		expect(await get('en/galleries/first/')).toContain('A tea.jpg');
		expect(await get('fa/galleries/second/tea/')).toContain('نمایشگاه Live');
	});

	it('makes a picture when it is first asked for', async () => {
		const page = await get('en/galleries/first/');
		const [name = ''] = /media\/[0-9a-f]{20}-48\.avif/.exec(page) ?? [];
		const response = await fetch(address + name);
		expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/avif']);
		expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
		expect((await fetch(`${address}media/${'0'.repeat(20)}-48.avif`)).status).toBe(404);
	});

	it('makes a tile when somebody looks closely', async () => {
		await fill(folder, {
			'first/wide.jpg': await smallPicture('wide', 600, 400),
			'first/gallery.yaml':
				'photos:\n  - { file: wide.jpg, alt: Wide, zoom: true, consent: { status: not_needed } }\n',
		});
		const key = async () =>
			/"([0-9a-f]{20})"/.exec(await get('en/galleries/first/__data.json'))?.[1] ?? '';
		await expect.poll(key, { timeout: 30_000 }).not.toBe('');
		const tile = `${address}iiif/images/${await key()}/full/300,200/0/default.jpg`;
		const response = await fetch(tile);
		expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
		expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
		expect((await fetch(tile.replace('300', '301'))).status).toBe(404);
	});

	it('shows an edit and a new photo without a restart, and tells what is wrong', async () => {
		await fill(folder, {
			'first/new.jpg': await smallPicture('new', 64, 48),
			'first/gallery.yaml':
				'title: { en: Changed }\nphotos:\n  - { file: new.jpg, alt: New, capton: Slip, title: A new one, consent: { status: not_needed } }\n',
		});
		await expect.poll(() => get('en/galleries/first/'), { timeout: 30_000 }).toContain('A new one');
		expect(await get('en/')).toContain('Changed');
		await expect
			.poll(() => printed)
			.toMatch(/gallery\.yaml:3:\d+: warning: "capton".*did you mean "caption"/);
	});

	it('says of a damaged picture and of a link to nowhere which it is, and shows the others', async () => {
		await writeFile(
			join(folder, 'second/torn.jpg'),
			(await smallPicture('torn', 400, 300)).subarray(0, 900),
		);
		await fill(folder, {
			'second/gallery.yaml':
				'photos:\n  - { file: torn.jpg, alt: Torn, consent: { status: not_needed } }\n  - { file: door.jpg, alt: Door, consent: { status: not_needed } }\n',
		});
		await symlink(join(folder, 'nowhere.jpg'), join(folder, 'second/away.jpg'));
		await expect.poll(() => get('en/galleries/second/'), { timeout: 30_000 }).toContain('torn');
		const page = await get('en/galleries/second/');
		const names = [...new Set(page.match(/media\/[0-9a-f]{20}-\d+\.avif/g))];
		const answers = await Promise.all(names.map((name) => fetch(address + name)));
		const texts = await Promise.all(
			answers.map(async (one) => (one.status === 500 ? one.text() : '')),
		);
		expect(texts.join('')).toMatch(
			/^second\/torn\.jpg is damaged and cannot be decoded: replace the file\n/,
		);
		expect(answers.some(({ status }) => status === 200)).toBe(true);
		for (const file of ['torn.jpg', 'away.jpg']) await rm(join(folder, 'second', file));
	});

	it('goes on when a file cannot be read, and comes back when it can', async () => {
		await fill(folder, { 'first/gallery.yaml': 'photos: [' });
		await expect.poll(() => printed, { timeout: 30_000 }).toMatch(/not readable as YAML/);
		await fill(folder, { 'first/gallery.yaml': String(tinyExhibition()['first/gallery.yaml']) });
		await expect
			.poll(() => get('en/galleries/first/'), { timeout: 30_000 })
			.toContain('A bread.jpg');
	});

	it('says that the folder is gone, and comes back with it', async () => {
		await rename(folder, `${folder}-away`);
		const away = async () =>
			(await fetch(`${address}en/`, { headers: { accept: 'text/html' } })).text();
		await expect.poll(away, { timeout: 30_000 }).toMatch(/^\S+:1:1: error: /);
		await rename(`${folder}-away`, folder);
		await expect.poll(away, { timeout: 30_000 }).toContain('Live exhibition');
	});

	it('says that a port is taken, and ends', async () => {
		const second = start(['dev', '--exhibition', folder, '--port', new URL(address).port]);
		let said = '';
		second.stderr?.on('data', (data: Buffer) => (said += data.toString()));
		const [code] = (await once(second, 'exit')) as [number];
		expect([code, said]).toEqual([
			1,
			expect.stringMatching(/^port \d+ is in use by another program: /),
		]);
	});
});
