import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Routes } from '../../../src/studio/server/app.ts';
import { Door } from '../../../src/studio/server/door.ts';
import { serveStudio } from '../../../src/studio/server/studio.ts';
import { contentFolder } from '../../support/folder.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
	for (const one of open.splice(0).reverse()) await one.close();
});

/** Closed when the test ends. */
export function keep<T extends { close(): Promise<void> }>(one: T): T {
	open.push(one);
	return one;
}

export interface Answered {
	status: number;
	headers: IncomingHttpHeaders;
	bytes: Buffer;
	text: string;
	json: unknown;
}

/** A server with these addresses, and what its own page would send along. */
export class Stage {
	readonly said: string[] = [];

	private constructor(
		readonly port: number,
		readonly door: Door,
	) {}

	static async with(routes: readonly Routes[], said: string[] = []): Promise<Stage> {
		const folder = await contentFolder({
			'site/index.html': 'the app',
			'site/assets/a.js': 'code',
			'secret.txt': 'secret',
		});
		const door = new Door();
		const say = (sentence: string) => void said.push(sentence);
		const parts = { site: join(folder, 'site'), routes, door, port: 0, say };
		const { port } = keep(await serveStudio(parts));
		return new Stage(port, door);
	}

	get own(): OutgoingHttpHeaders {
		const [cookie] = this.door.cookie(this.port).split(';');
		return {
			host: `127.0.0.1:${this.port}`,
			origin: `http://127.0.0.1:${this.port}`,
			'sec-fetch-site': 'same-origin',
			'x-studio-token': this.door.token,
			cookie,
		};
	}

	get(path: string, headers: OutgoingHttpHeaders = {}): Promise<Answered> {
		return ask(this.port, 'GET', path, { ...this.own, ...headers });
	}

	post(path: string, body: unknown, headers: OutgoingHttpHeaders = {}): Promise<Answered> {
		const type = { 'content-type': 'application/json' };
		const text = typeof body === 'string' ? body : JSON.stringify(body);
		return ask(this.port, 'POST', path, { ...this.own, ...type, ...headers }, Buffer.from(text));
	}

	put(path: string, body: Buffer, headers: OutgoingHttpHeaders = {}): Promise<Answered> {
		return ask(this.port, 'PUT', path, { ...this.own, ...headers }, body);
	}
}

/** Node's own fetch sets some of these headers itself. A header that is undefined is not sent. */
export function ask(
	port: number,
	method: string,
	path: string,
	headers: OutgoingHttpHeaders,
	body?: Buffer,
): Promise<Answered> {
	return new Promise((done, fail) => {
		const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value));
		const call = request({ port, method, path, headers: sent, host: '127.0.0.1', agent: false });
		let answered = false;
		call.on('response', (response) => {
			answered = true;
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('end', () => {
				const bytes = Buffer.concat(parts);
				const text = bytes.toString();
				const isJson = /json/.test(response.headers['content-type'] ?? '');
				const { statusCode: status = 0, headers } = response;
				done({ status, headers, bytes, text, json: isJson ? JSON.parse(text) : undefined });
			});
		});
		call.on('error', (error) => (answered ? undefined : fail(error)));
		call.end(body);
	});
}
