import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { isOurs } from './guard.ts';
import type { Site } from './site.ts';

const own = /^\/(hb|health|kioskd\/.*)$/;

/** One server for the pages and for what they say to kioskd; only this device reaches it. */
export async function listen(app: Hono, site: Site, port: number): Promise<Server> {
	const toApp = getRequestListener(app.fetch, { overrideGlobalObjects: false });
	const server = createServer((request, response) => {
		secure(response);
		const { port } = server.address() as AddressInfo;
		if (!isOurs(request, port)) return void response.writeHead(403).end();
		answer(request, response).catch(() => response.destroy());
	});
	const answer = async (request: IncomingMessage, response: ServerResponse) => {
		const [path = ''] = (request.url ?? '').split('?');
		await (own.test(path) ? toApp(request, response) : site.answer(request, response));
	};
	await new Promise<void>((done, fail) => {
		server.once('error', fail);
		server.listen(port, '127.0.0.1', done);
	});
	return server;
}

function secure(response: ServerResponse): void {
	response.setHeader('X-Content-Type-Options', 'nosniff');
	response.setHeader('Referrer-Policy', 'no-referrer');
	response.setHeader('X-Frame-Options', 'SAMEORIGIN');
	// Nor may a page of another origin draw our pictures.
	response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
}

export function closed(server: Server): Promise<void> {
	return new Promise((done) => {
		server.close(() => done());
		server.closeAllConnections();
	});
}
