import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile, stat } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import sirv from 'sirv';

/** Tried first, then the ones after it, where none was asked for. */
const usualPort = 4173;
const attempts = 20;

export interface Served {
	address: string;
	close(): Promise<void>;
}

/**
 * Serves a built site on this computer only, as the README tells real hosts to: addresses end in a
 * slash, what is named by its content may be kept for ever, what is not there is `404.html`.
 *
 * @param base sub-path to serve it under, such as `/exhibition`
 */
export async function serve(site: string, port?: number, base = ''): Promise<Served> {
	const server = createServer(siteAnswer(site, base));
	await listen(server, port);
	const { port: taken } = server.address() as AddressInfo;
	return {
		address: `http://127.0.0.1:${taken}${base}/`,
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}

/** Answers requests for a built site. */
export function siteAnswer(site: string, base = '') {
	// Each request looks at the disk: the next build replaces the whole folder.
	const files = sirv(site, { dev: true, etag: true, setHeaders });
	return (request: IncomingMessage, response: ServerResponse): void => {
		answer(site, base, files, request, response).catch(() => response.writeHead(500).end());
	};
}

async function listen(server: Server, port: number | undefined): Promise<void> {
	const first = port ?? usualPort;
	for (let candidate = first; ; candidate++) {
		const error = await tryPort(server, candidate);
		if (!error) return;
		const mayTryOn = port === undefined && candidate < first + attempts;
		if (error.code !== 'EADDRINUSE' || !mayTryOn) throw error;
	}
}

function tryPort(server: Server, port: number): Promise<NodeJS.ErrnoException | undefined> {
	return new Promise((done) => {
		server.once('error', done);
		server.listen(port, '127.0.0.1', () => {
			server.off('error', done);
			done(undefined);
		});
	});
}

async function answer(
	site: string,
	base: string,
	files: ReturnType<typeof sirv>,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const { pathname: asked, search } = new URL(`http://localhost${request.url ?? '/'}`);
	// Two slashes at the beginning of an answer would name another host.
	const pathname = asked.replace(/\/{2,}/g, '/');
	const inside = pathname === base || pathname.startsWith(`${base}/`);
	if (inside && (await lacksSlash(site, pathname.slice(base.length)))) {
		response.writeHead(308, { location: `${pathname}/${search}` }).end();
		return;
	}
	if (!inside) return notFound(site, response);
	request.url = `${pathname.slice(base.length)}${search}`;
	// A file may vanish between being found and being opened: a new site takes this one's place.
	response.once('pipe', (file) => file.once('error', () => response.destroy()));
	files(request, response, () => void notFound(site, response));
}

/** Is it a page's folder, written without the slash that its relative links need? */
async function lacksSlash(site: string, path: string): Promise<boolean> {
	if (path.endsWith('/')) return false;
	const folder = normalize(join(site, decode(path)));
	if (folder !== site && !folder.startsWith(site + sep)) return false;
	const page = await stat(join(folder, 'index.html')).catch(() => undefined);
	return page?.isFile() ?? false;
}

function decode(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

async function notFound(site: string, response: ServerResponse): Promise<void> {
	const page = await readFile(join(site, '404.html')).catch(() => '404');
	setHeaders(response, '/404.html');
	response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(page);
}

function setHeaders(response: ServerResponse, path: string): void {
	response.setHeader('Referrer-Policy', 'no-referrer');
	response.setHeader('X-Content-Type-Options', 'nosniff');
	// Viewers elsewhere read manifests and tiles: that is what they are for.
	if (path.startsWith('/iiif/')) response.setHeader('Access-Control-Allow-Origin', '*');
	const named = /^\/(media|_app\/immutable)\/|^\/iiif\/images\/.*\.jpg$/.test(path);
	response.setHeader('Cache-Control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
}
