import { once } from 'node:events';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { rename, rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { serve, type Served } from '../../src/vite/serve.ts';
import { contentFolder, fill } from '../support/folder.ts';

const picture = `media/${'0'.repeat(20)}-640.avif`;
const tile = `iiif/images/${'0'.repeat(20)}/full/9,9/0/default.jpg`;
const site = {
	'build/index.html': 'entrance',
	'build/en/index.html': 'rooms',
	'build/a b/index.html': 'spaced',
	'build/404.html': 'not here',
	'build/favicon.svg': '<svg/>',
	'build/_app/immutable/x.js': 'x',
	'build/_app/version.json': '{}',
	[`build/${picture}`]: 'picture',
	[`build/${tile}`]: 'tile',
	'build/iiif/images/info.json': '{}',
	'secret.txt': 'secret',
	'build.nigoh-old/index.html': 'secret',
};

let place: string;
const open: Served[] = [];
beforeEach(async () => (place = await contentFolder(site)));
afterEach(async () => {
	vi.restoreAllMocks();
	for (const one of open.splice(0)) await one.close();
});

async function served(base = '', port: number | undefined = 0): Promise<Served> {
	const one = await serve(join(place, 'build'), port, base);
	open.push(one);
	return one;
}

interface Answer {
	status: number | undefined;
	headers: IncomingHttpHeaders;
	body: string;
}

/** Asks for exactly this path: `fetch` would tidy it first. */
async function ask({ address }: Served, path: string, method = 'GET'): Promise<Answer> {
	const { hostname, port } = new URL(address);
	const asked = request({ hostname, port, path, method, agent: false }).end();
	const [response] = await once(asked, 'response');
	let body = '';
	for await (const part of response) body += String(part);
	return { status: response.statusCode, headers: response.headers, body };
}

describe.each(['', '/a/hall'])('a site at "%s/"', (base) => {
	it('has its entrance at the address that it tells', async () => {
		const one = await served(base);
		expect(one.address).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:\\d+${base}/$`));
		expect(await (await fetch(one.address)).text()).toBe('entrance');
		expect(await (await fetch(`${one.address}en/`)).text()).toBe('rooms');
	});

	it('sends a page without its slash to the one with it, and keeps the question', async () => {
		const one = await served(base);
		for (const [path, to] of [
			['/en', '/en/'],
			['/en?from=hall', '/en/?from=hall'],
			['/a%20b', '/a%20b/'],
		]) {
			const { status, headers } = await ask(one, `${base}${path}`);
			expect([status, headers.location]).toEqual([308, `${base}${to}`]);
		}
	});

	it('shows 404.html for what is not there', async () => {
		const one = await served(base);
		for (const path of ['/nothing', '/nothing/', '/en/nothing.jpg', '/%', '/%00']) {
			const { status, headers, body } = await ask(one, `${base}${path}`);
			expect([path, status, body]).toEqual([path, 404, 'not here']);
			expect(headers['content-type']).toMatch(/^text\/html/);
		}
	});

	it('gives nothing that lies outside', async () => {
		const one = await served(base);
		for (const up of ['..', '%2e%2e', '..%2f..', '%2e%2e%2f..', '..%5c..', 'en/../../..']) {
			for (const name of ['secret.txt', 'build.nigoh-old/', 'build.nigoh-old/index.html']) {
				for (const slash of ['/', '%2f', '%5c']) {
					const path = `${base}/${up}${slash}${name}`;
					const { status, body } = await ask(one, path);
					expect([path, status, body]).toEqual([path, 404, 'not here']);
				}
			}
		}
	});

	it('lets what is named by its content be kept for ever, and nothing else', async () => {
		const one = await served(base);
		const kept = async (path: string) =>
			(await ask(one, `${base}/${path}`)).headers['cache-control'];
		for (const path of [picture, tile, '_app/immutable/x.js']) {
			expect(await kept(path)).toMatch(/max-age=31536000, immutable/);
		}
		for (const path of ['', 'en/', '_app/version.json', 'favicon.svg', 'iiif/images/info.json']) {
			expect(await kept(path)).toBe('no-cache');
		}
	});

	it('tells nobody where a visitor came from, and lets no type be guessed', async () => {
		const { headers } = await ask(await served(base), `${base}/favicon.svg`);
		expect(headers['referrer-policy']).toBe('no-referrer');
		expect(headers['x-content-type-options']).toBe('nosniff');
		expect(headers['content-type']).toBe('image/svg+xml');
	});
});

it('has nothing outside its sub-path', async () => {
	const one = await served('/a/hall');
	for (const path of ['/', '/en/', '/a', '/a/', '/a/hallway/', '/a/hallen/', '/a/hal']) {
		expect([path, (await ask(one, path)).status]).toEqual([path, 404]);
	}
	expect((await ask(one, '/a/hall')).headers.location).toBe('/a/hall/');
});

it('says 404 also without a page for it', async () => {
	await rm(join(place, 'build/404.html'));
	expect((await ask(await served(), '/nothing')).status).toBe(404);
});

it('answers a look at the head without a body', async () => {
	const { status, headers, body } = await ask(await served(), '/en/', 'HEAD');
	expect([status, headers['content-length'], body]).toEqual([200, '5', '']);
});

it('shows the next site as soon as that has taken the place of the old one', async () => {
	const one = await served();
	expect((await ask(one, '/en/')).body).toBe('rooms');
	await rename(join(place, 'build'), join(place, 'gone'));
	await fill(place, { 'build/en/index.html': 'new rooms', 'build/tg/index.html': 'хонаҳо' });
	expect((await ask(one, '/en/')).body).toBe('new rooms');
	expect((await ask(one, '/tg/')).body).toBe('хонаҳо');
});

it('ends at once, whoever is still connected', async () => {
	const one = await served();
	const { hostname, port } = new URL(one.address);
	const slow = connect(Number(port), hostname).on('error', () => {});
	slow.write('GET / HTTP/1.1\r\n');
	await once(slow, 'connect');
	await (await fetch(one.address)).text();
	await one.close();
	await expect(fetch(one.address)).rejects.toThrow();
	slow.destroy();
});

it.runIf(process.platform === 'linux')('is not for other computers', async () => {
	const { port } = new URL((await served()).address);
	// Another address of this computer, which a server for all networks would answer.
	await expect(fetch(`http://127.0.0.2:${port}/`)).rejects.toThrow();
});

describe('a port that is taken', () => {
	it('is told where it was asked for', async () => {
		const port = Number(new URL((await served()).address).port);
		await expect(served('', port)).rejects.toMatchObject({ code: 'EADDRINUSE', port });
	});

	/** A computer on which these ports are taken; every other is as good as port 0. */
	function computer(isTaken: (port: number) => boolean): number[] {
		const asked: number[] = [];
		const prototype = Object.getPrototypeOf(createServer()) as ReturnType<typeof createServer>;
		const listen = prototype.listen;
		vi.spyOn(prototype, 'listen').mockImplementation(function (this: typeof prototype, ...args) {
			const [port, host, done] = args as unknown as [number, string, () => void];
			asked.push(port);
			if (!isTaken(port)) return listen.call(this, { port: 0, host }, done);
			const error = Object.assign(new Error('taken'), { code: 'EADDRINUSE', port });
			queueMicrotask(() => this.emit('error', error));
			return this;
		});
		return asked;
	}

	it('is passed over where none was asked for', async () => {
		const asked = computer((port) => port < 4175);
		const one = await serve(join(place, 'build'));
		open.push(one);
		expect(asked).toEqual([4173, 4174, 4175]);
		expect((await ask(one, '/en/')).body).toBe('rooms');
	});

	it('is told when the next ones are taken too', async () => {
		const asked = computer(() => true);
		await expect(serve(join(place, 'build'))).rejects.toMatchObject({ code: 'EADDRINUSE' });
		expect(asked.length).toBeGreaterThan(10);
		expect(asked.length).toBeLessThan(100);
	});
});
