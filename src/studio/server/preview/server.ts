import type { IncomingMessage, ServerResponse } from 'node:http';
import { siteAnswer } from '../../../vite/serve.ts';
import type { Door } from '../door.ts';
import { refuseHost } from '../guard.ts';
import { listen, type Listening } from '../listen.ts';

interface Parts {
	/** The built site. */
	site: string;
	door: Door;
	/** Of the studio, in whose window it stands. */
	studioPort: number;
}

/**
 * Serves drafts to whoever has the studio's cookie, which browsers send to every port of this computer,
 * and which no other site can make them send.
 */
export function servePreview({ site, door, studioPort }: Parts): Promise<Listening> {
	const files = siteAnswer(site);
	const frames = [`http://127.0.0.1:${studioPort}`, `http://localhost:${studioPort}`].join(' ');
	const answer = (request: IncomingMessage, response: ServerResponse, port: number) => {
		const { headers, method } = request;
		response.setHeader('Content-Security-Policy', `frame-ancestors ${frames}`);
		response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
		const isAsked = method === 'GET' || method === 'HEAD';
		const isForeign = headers['sec-fetch-site'] === 'cross-site';
		if (refuseHost(headers, port)) return void response.writeHead(421).end();
		if (!isAsked || isForeign || !door.hasCookie(headers.cookie, studioPort))
			return void response.writeHead(403).end();
		files(request, response);
	};
	return listen(answer, 0);
}
