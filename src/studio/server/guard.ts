import type { IncomingHttpHeaders } from 'node:http';
import { Denied } from './denied.ts';
import type { Door } from './door.ts';

export interface Asked {
	method: string;
	/** Without the query. */
	path: string;
	headers: IncomingHttpHeaders;
}

/** With every request that is no GET. */
export const tokenHeader = 'x-studio-token';

/**
 * Another name for this computer is how a page elsewhere would make a browser speak to this server
 * (DNS rebinding), so only ours are answered, before anything else is looked at.
 */
export function refuseHost({ host }: IncomingHttpHeaders, port: number): Denied | undefined {
	const ours = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
	if (host !== undefined && ours.includes(host)) return undefined;
	return new Denied(421, 'this address is not the studio’s', 'open the address that it printed');
}

/** Why a request is not answered; undefined where it may be. */
export function refuseCall(asked: Asked, door: Door, port: number): Denied | undefined {
	const { method } = asked;
	if (method === 'GET' || method === 'HEAD') return refuseLook(asked, door, port);
	if (method === 'POST' || method === 'PUT') return refuseChange(asked, door);
	return new Denied(405, `the studio knows no ${method}`, 'load the page again');
}

/** A GET of one's own page sends no `Origin`, and a picture no header of ours. */
function refuseLook({ path, headers }: Asked, door: Door, port: number): Denied | undefined {
	if (!isContent(path)) return undefined;
	if (headers['sec-fetch-site'] !== 'same-origin') return foreign;
	return door.hasCookie(headers.cookie, port) ? undefined : stranger;
}

function refuseChange({ path, headers }: Asked, door: Door): Denied | undefined {
	const isOurs = headers.origin === `http://${headers.host}`;
	if (!isOurs || headers['sec-fetch-site'] !== 'same-origin') return foreign;
	if (path === '/api/enter') return undefined;
	return door.isToken(headers[tokenHeader]?.toString()) ? undefined : stranger;
}

/** All but the app's own files. Whatever a path looks like, it is routed as it stands here. */
export function isContent(path: string): boolean {
	return /^\/(api|thumb|picture)(\/|$)/.test(path);
}

const foreign = new Denied(
	403,
	'another page asked for this',
	'use the studio in the window that it opened',
);
const stranger = new Denied(
	401,
	'this window does not belong to the running studio',
	'open the address that `npm run studio` printed',
);
