import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';

/** Serves the app's own files, which hold nothing of any exhibition. */
export function appFiles(
	folder: string,
): (request: IncomingMessage, response: ServerResponse) => void {
	const files = sirv(folder, { dev: true, etag: true, dotfiles: false, setHeaders });
	return (request, response) => {
		// A file may vanish between being found and being opened: the app may be built anew.
		response.once('pipe', (file) => file.once('error', () => response.destroy()));
		files(request, response, () => {
			response.writeHead(404, { 'content-type': 'application/json' });
			response.end(
				JSON.stringify({ says: 'there is no such file', remedy: 'load the page again' }),
			);
		});
	};
}

function setHeaders(response: ServerResponse, path: string): void {
	const isNamed = path.startsWith('/assets/');
	response.setHeader('Cache-Control', isNamed ? 'public, max-age=31536000, immutable' : 'no-cache');
}
