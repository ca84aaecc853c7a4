import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sharp from 'sharp';
import sirv from 'sirv';
import type { Step } from '../../../src/studio/contract/operations.ts';
import type { View } from '../../../src/studio/contract/view.ts';
import { FakeDesk } from './fake-desk.ts';
import { answers } from './fake-answers.ts';
import { photosFolder } from './sample-view.ts';

export const fakeToken = 'a-token-that-only-tests-have-0123456789';

/** As strict as the real one's. */
const policy =
	"default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'";

export interface FakeServer {
	/** With the token: what is opened. */
	start: string;
	origin: string;
	desk: FakeDesk;
	/** All that is changed is refused, as if the disk were full. */
	isBroken: boolean;
	close(): void;
}

/** A studio in memory around the built app. */
export async function fakeServer(site: string, view: View): Promise<FakeServer> {
	const files = sirv(site, { dev: true });
	const fake = { desk: new FakeDesk(view), isBroken: false } as FakeServer;
	const server = createServer((request, response) => {
		response.setHeader('Content-Security-Policy', policy);
		const url = new URL(request.url ?? '/', 'http://desk');
		if (/^\/(thumb|picture)\//.test(url.pathname)) return void picture(fake.desk, url, response);
		if (!url.pathname.startsWith('/api/')) return files(request, response);
		void answer(fake, url, request, response);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	fake.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	fake.start = `${fake.origin}/#${fakeToken}`;
	fake.close = () => {
		server.closeAllConnections();
		server.close();
	};
	return fake;
}

async function answer(
	fake: FakeServer,
	url: URL,
	request: IncomingMessage,
	response: ServerResponse,
) {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const body = Buffer.concat(chunks);
	const isJson = request.headers['content-type'] === 'application/json';
	const said: unknown = isJson ? JSON.parse(body.toString()) : body;
	if (url.pathname === '/api/notices') return void response.writeHead(204).end();
	const known = {
		'GET /api/view': () => fake.desk.view,
		'POST /api/enter': () => ({}),
		...changes(fake),
	};
	const answerTo = { ...answers, ...known }[
		`${request.method} ${url.pathname}` as 'GET /api/view'
	] as ((body: unknown, desk: FakeDesk, url: URL) => unknown) | undefined;
	const intake = request.method === 'PUT' ? answers['PUT /api/intake'] : undefined;
	const found = answerTo ?? intake;
	const isRefused = fake.isBroken && request.method !== 'GET';
	if (!found || isRefused)
		return json(response, 500, { says: 'The disk is full.', remedy: 'Make room.' });
	const outcome = found(said, fake.desk, url) as { done?: boolean };
	json(response, outcome?.done === false ? 409 : 200, outcome);
}

const changes = (fake: FakeServer) => ({
	'POST /api/change': (step: unknown) => fake.desk.change(step as Step),
	'POST /api/undo': () => fake.desk.undo(),
	'POST /api/redo': () => fake.desk.redo(),
});

function json(response: ServerResponse, status: number, value: unknown): void {
	response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}

const made = new Map<string, Promise<Buffer>>();

async function picture(desk: FakeDesk, url: URL, response: ServerResponse): Promise<void> {
	const [, kind, id = '', size] = url.pathname.split('/');
	const name = url.searchParams.get('of') ?? decodeURIComponent(id);
	const file = desk.view.photos.find((one) => one.id === name)?.file;
	const long = kind === 'picture' ? 1200 : Number(size);
	const make = () =>
		sharp(join(photosFolder, file!)).resize(long, long, { fit: 'inside' }).jpeg().toBuffer();
	const key = `${file} ${long}`;
	if (file && !made.has(key)) made.set(key, make());
	const bytes = await made.get(key);
	response.writeHead(bytes ? 200 : 404, {
		'Content-Type': 'image/jpeg',
		'Cache-Control': 'max-age=600',
	});
	response.end(bytes);
}
