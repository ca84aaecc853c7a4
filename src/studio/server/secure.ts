import type { ServerResponse } from 'node:http';

/** The preview of the site stands in a frame, on a port of its own. */
const policy = [
	"default-src 'self'",
	"img-src 'self' data: blob:",
	"style-src 'self' 'unsafe-inline'",
	'frame-src http://127.0.0.1:* http://localhost:*',
	"object-src 'none'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

/** On every answer. No header grants anything to another origin. */
export function secure(response: ServerResponse): void {
	response.setHeader('Content-Security-Policy', policy);
	response.setHeader('X-Content-Type-Options', 'nosniff');
	response.setHeader('X-Frame-Options', 'DENY');
	response.setHeader('Referrer-Policy', 'no-referrer');
	response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
	response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
}
