import { get, request, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Heartbeat } from '../../../src/lib/kiosk/contract.ts';
import type { Browsers } from '../../../src/kiosk/server/browsers.ts';
import { kioskd, type Kioskd } from '../../../src/kiosk/server/main.ts';
import type { KioskdOptions } from '../../../src/kiosk/server/options.ts';
import { hashPin } from '../../../src/kiosk/server/pin.ts';
import { contentFolder } from '../../support/folder.ts';

/** A clock that stands still until it is told. */
export class FakeClock {
	wall = new Date(2026, 10, 26, 14, 30).getTime();
	running = 5_000_000;
	now = () => this.wall;
	uptime = () => this.running;
	pass(ms: number): void {
		this.wall += ms;
		this.running += ms;
	}
}

/** Browsers that note what is asked of them. */
export class FakeBrowsers implements Browsers {
	restarted: string[] = [];
	exits = 0;
	pss: number | undefined;
	running = true;
	isRunning = () => Promise.resolve(this.running);
	restart = async (screen: string) => void this.restarted.push(screen);
	pssMb = () => Promise.resolve(this.pss);
	exit = async () => void this.exits++;
}

export const catalogue = {
	format: 1,
	galleries: ['road', 'work'],
	photos: [
		{ id: 'shoes', gallery: 'road', files: ['media/shoes-640.avif', 'en/galleries/road/shoes/'] },
		{ id: 'train', gallery: 'road', files: ['media/train-640.avif'] },
		{ id: 'tea', gallery: 'work', files: ['media/tea-640.avif'] },
	],
	withdrawn: [],
};

export const build = {
	'site/index.html': 'entrance',
	'site/404.html': 'not here',
	'site/kiosk/index.html': 'kiosk',
	'site/en/galleries/road/shoes/index.html': 'shoes',
	'site/media/shoes-640.avif': 'picture of shoes',
	'site/media/train-640.avif': 'picture of a train',
	'site/_app/immutable/x.js': 'x',
	'site/kiosk.json': JSON.stringify(catalogue),
	'secret.txt': 'secret',
};

export interface Stage {
	folder: string;
	clock: FakeClock;
	browsers: FakeBrowsers;
	/** Programs that would have been run. */
	programs: string[];
	said: string[];
	open(options?: Partial<KioskdOptions>): Promise<Kioskd>;
}

const running: Kioskd[] = [];
afterEach(async () => {
	for (const one of running.splice(0)) await one.close();
});

/** A folder with a build, and all that kioskd leans on, faked; `open` may be called again after `close`. */
export async function stage(files: Record<string, string> = {}): Promise<Stage> {
	const folder = await contentFolder({ ...build, ...files });
	const stage: Stage = {
		...{ folder, clock: new FakeClock(), browsers: new FakeBrowsers(), programs: [], said: [] },
		async open(options = {}) {
			const one = await kioskd({
				data: join(folder, 'data'),
				config: join(folder, 'kiosk.json'),
				site: join(folder, 'site'),
				port: 0,
				browsers: stage.browsers,
				system: async (command, args) => void stage.programs.push([command, ...args].join(' ')),
				clock: stage.clock,
				isSynced: () => true,
				random: () => 0,
				say: (sentence) => void stage.said.push(sentence),
				...options,
			});
			running.push(one);
			return one;
		},
	};
	return stage;
}

export interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	text: string;
}

/** A request with exactly these headers, which fetch would not send. */
export function ask(
	{ port }: { port: number },
	path: string,
	{
		method = 'GET',
		body,
		headers = {},
	}: { method?: string; body?: unknown; headers?: object } = {},
): Promise<Answer> {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return new Promise((done, fail) => {
		const options = {
			port,
			path,
			method,
			headers: { ...headers },
			host: '127.0.0.1',
			agent: false,
		};
		const asked = request(options, (response) => {
			let text = '';
			response.on('data', (data: Buffer) => (text += data.toString()));
			response.on('end', () =>
				done({ status: response.statusCode ?? 0, headers: response.headers, text }),
			);
		});
		asked.on('error', fail);
		asked.end(text);
	});
}

export function post(at: { port: number }, path: string, body: unknown, headers: object = {}) {
	return ask(at, path, { method: 'POST', body, headers });
}

export const beat: Heartbeat = {
	...{ screen: 'main', release: 'desk', state: 'attract', sinceTouchMs: null, fps: 60 },
	...{ heapMb: 20, decodeErrors: 0, decoded: ['road', 'work'], stuckTouch: false },
	...{ width: 1920, height: 1080 },
};

/** Orders that a page of this screen gets, from when it listens. */
export async function listen({ port }: Kioskd, screen: string) {
	const orders: unknown[] = [];
	const path = `/kioskd/orders?screen=${screen}`;
	const asked = get({ host: '127.0.0.1', port, path });
	await new Promise<void>((done, fail) => {
		asked.on('error', fail);
		asked.on('response', (response) => {
			response.on('error', () => undefined);
			response.on('data', (data: Buffer) => {
				for (const [, json] of data.toString().matchAll(/^data: (.*)$/gm)) {
					orders.push(JSON.parse(json!));
				}
				done();
			});
		});
	});
	return { orders, close: () => asked.destroy() };
}

/** A stage whose device has a PIN; `enter` gives what asks for a staff's action. */
export async function staffed(config: object = {}) {
	const one = await stage({
		'kiosk.json': JSON.stringify({ pin: await hashPin('123456'), ...config }),
	});
	const enter = async (kiosk: Kioskd) => {
		const { token } = JSON.parse((await post(kiosk, '/kioskd/pin', { pin: '123456' })).text);
		const headers = { authorization: `Bearer ${token}` };
		return (action: string, body: object = {}) =>
			post(kiosk, `/kioskd/staff/${action}`, body, headers);
	};
	return { ...one, enter };
}
