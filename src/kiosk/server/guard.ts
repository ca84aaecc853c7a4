import type { IncomingMessage } from 'node:http';

/**
 * Is the request one of our own page? Another name for 127.0.0.1 is how a page elsewhere would reach
 * this server (DNS rebinding), and what changes something is only taken from our own origin.
 */
export function isOurs(
	request: Pick<IncomingMessage, 'method' | 'headers'>,
	port: number,
): boolean {
	const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
	const { host, origin, 'sec-fetch-site': site } = request.headers;
	if (host === undefined || !hosts.includes(host)) return false;
	if (request.method === 'GET' || request.method === 'HEAD') return true;
	// Programs of this device send neither.
	const isOwnSite = site === undefined || site === 'same-origin';
	return isOwnSite && (origin === undefined || origin === `http://${host}`);
}
