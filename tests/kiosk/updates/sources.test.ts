import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchFile } from '../../../src/kiosk/updates/fetch-file.ts';
import { pace } from '../../../src/kiosk/updates/pace.ts';
import { sourcesOf } from '../../../src/kiosk/updates/sources.ts';
import { webSource } from '../../../src/kiosk/updates/web-source.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { kioskRelease } from '../../support/kiosk-release.ts';
import { device, expectWhole } from '../../support/kiosk-store.ts';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

interface Asked {
	url: string;
	range: string | undefined;
}

/** A web server of a folder; `answer` may do instead what such servers do to people. */
async function web(
	folder: string,
	answer: (request: IncomingMessage, response: ServerResponse, bytes: Buffer) => boolean = () =>
		false,
) {
	const asked: Asked[] = [];
	const server = createServer(async (request, response) => {
		const { url = '/', headers } = request;
		asked.push({ url, range: headers.range });
		const bytes = await readFile(join(folder, url)).catch(() => undefined);
		if (!bytes) return response.writeHead(404).end();
		if (answer(request, response, bytes)) return;
		const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
		const range = { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` };
		if (headers.range) response.writeHead(206, range);
		response.end(bytes.subarray(from));
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	closing.push(() => {
		server.close();
		server.closeAllConnections();
	});
	return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const picture = (files: readonly { path: string }[]) =>
	files.findIndex(({ path }) => path === 'media/tea-320.avif');

describe('an address', () => {
	it('is installed from', async () => {
		const { folder, release } = await kioskRelease({ photos: ['tea', 'bread'] });
		const { address } = await web(folder);
		const source = webSource(address);
		const { conductor, store, wait } = await device(folder, { sources: async () => [source] });
		await wait(62);
		expect(conductor.status()).toMatchObject({ release: release.id, lastUpdate: { ok: true } });
		await expectWhole(store);
	});

	it('is asked for the rest where the line broke', async () => {
		const { folder, release } = await kioskRelease({ photos: ['tea'] });
		const file = release.files[picture(release.files)]!;
		const path = join(await temporaryFolder(), 'part');
		const came = () => vi.waitFor(async () => expect((await stat(path)).size).toBe(150));
		let breaks = 1;
		const { address, asked } = await web(folder, (_, response, bytes) => {
			if (breaks-- <= 0) return false;
			response.writeHead(200, { 'content-length': bytes.length });
			response.write(bytes.subarray(0, 150));
			void came().finally(() => response.destroy());
			return true;
		});
		await expect(fetchFile(webSource(address), file, path)).rejects.toThrow('cannot be reached');
		await fetchFile(webSource(address), file, path);
		expect(asked.map(({ range }) => range)).toEqual([undefined, 'bytes=150-']);
		expect((await readFile(path)).length).toBe(400);
	});

	it('is asked for all again where what there was is not its beginning', async () => {
		const { folder, release } = await kioskRelease({ photos: ['tea'] });
		const file = release.files[picture(release.files)]!;
		const { address, asked } = await web(folder);
		const path = join(await temporaryFolder(), 'part');
		await writeFile(path, 'of another day');
		await fetchFile(webSource(address), file, path);
		expect(asked.map(({ range }) => range)).toEqual(['bytes=14-', undefined]);
	});

	it('may know nothing of parts', async () => {
		const { folder, release } = await kioskRelease({ photos: ['tea'] });
		const file = release.files[picture(release.files)]!;
		const { address } = await web(folder, (_, response, bytes) => Boolean(response.end(bytes)));
		const path = join(await temporaryFolder(), 'part');
		await writeFile(path, 'of another day');
		await fetchFile(webSource(address), file, path);
		expect((await readFile(path)).length).toBe(400);
	});

	it('may not fill the disk', async () => {
		const { folder, release } = await kioskRelease({ photos: ['tea'] });
		const file = release.files[picture(release.files)]!;
		const { address } = await web(folder, (_, response) => {
			const more = () => {
				while (!response.destroyed && response.write(Buffer.alloc(65536)));
			};
			response.on('drain', more);
			more();
			return true;
		});
		const path = join(await temporaryFolder(), 'part');
		await expect(fetchFile(webSource(address), file, path)).rejects.toThrow('wrong hash');
	});

	it('is given up when it is silent', async () => {
		const { folder, release } = await kioskRelease({ photos: ['tea'] });
		const file = release.files[picture(release.files)]!;
		const { address } = await web(folder, (_, response, bytes) => {
			response.writeHead(200, { 'content-length': bytes.length });
			return response.write(bytes.subarray(0, 10)) || true;
		});
		const path = join(await temporaryFolder(), 'part');
		const source = webSource(address, { patience: 50 });
		await expect(fetchFile(source, file, path)).rejects.toThrow('cannot be reached');
	});

	it('is told of in a sentence where nobody answers or it has no release', async () => {
		const { folder } = await kioskRelease({ photos: ['tea'] });
		const { address } = await web(folder);
		await rm(join(folder, 'release.json'));
		const nobody = 'http://127.0.0.1:9/';
		for (const [url, why] of [
			[address, /release\.json cannot be reached \(it answers 404\)/],
			[nobody, /127\.0\.0\.1:9\/.* cannot be reached \(.*\): it is tried again/],
		] as const) {
			const source = webSource(url);
			const { conductor, wait } = await device(folder, { sources: async () => [source] });
			await wait(2);
			expect(conductor.status().lastUpdate).toMatchObject({
				ok: false,
				error: expect.stringMatching(why),
			});
		}
	});

	it('is an https address, but for this device itself', () => {
		expect(() => webSource('http://example.org/kiosk')).toThrow('is no https address');
		expect(webSource('https://example.org/kiosk').name).toBe('https://example.org/kiosk/');
	});
});

it('all transfers together are no faster than they may be', async () => {
	let now = 0;
	const waits: number[] = [];
	const may = pace(
		1000,
		() => now,
		async (ms) => waits.push(ms),
	);
	await Promise.all([may(500), may(250)]);
	now = 5000;
	await may(100);
	expect(waits).toEqual([500, 750, 100]);
});

it('a device looks into its folder and at its address', () => {
	const url = 'https://example.org/kiosk/';
	const all = sourcesOf({ url, folder: '/srv/kiosk' });
	expect(all.map(({ name }) => name)).toEqual(['/srv/kiosk', url]);
	expect(sourcesOf({})).toEqual([]);
});
