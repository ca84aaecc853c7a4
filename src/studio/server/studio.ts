import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { app, type Routes } from './app.ts';
import { appFiles } from './app-files.ts';
import type { Denied } from './denied.ts';
import { Door } from './door.ts';
import { isContent, refuseCall, refuseHost } from './guard.ts';
import { listen } from './listen.ts';
import { secure } from './secure.ts';

export interface StudioParts {
	/** Where the built app lies. */
	site: string;
	routes: readonly Routes[];
	/** Who may come in; a preview of the site asks it too. */
	door?: Door;
	port?: number;
	say?: (sentence: string) => void;
}

export interface Studio {
	port: number;
	/** With the token; for nobody else's eyes. */
	address: string;
	close(): Promise<void>;
}

/**
 * Serves the desk on this computer until it is closed.
 *
 * @throws EADDRINUSE
 */
export async function serveStudio(parts: StudioParts): Promise<Studio> {
	const { site, routes, door = new Door(), say = () => undefined } = parts;
	const own = app({ door, routes, say });
	const files = appFiles(site);
	const answer = (request: IncomingMessage, response: ServerResponse, port: number) => {
		secure(response);
		const { method = 'GET', headers, url = '/' } = request;
		const [path = '/'] = url.split('?');
		const denied = refuseHost(headers, port) ?? refuseCall({ method, path, headers }, door, port);
		if (denied) return refuse(request, response, denied);
		if (!isContent(path)) return files(request, response);
		const fetch = (asked: Request) => own.fetch(asked, { port });
		void getRequestListener(fetch, { overrideGlobalObjects: false })(request, response);
	};
	const { port, close } = await listen(answer, parts.port);
	return { port, address: `http://127.0.0.1:${port}/#${door.token}`, close };
}

/** What is sent along is not read. */
function refuse(
	request: IncomingMessage,
	response: ServerResponse,
	{ status, body }: Denied,
): void {
	const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
	response.writeHead(status, { ...headers, connection: 'close' });
	response.end(JSON.stringify(body), () => request.destroy());
}
