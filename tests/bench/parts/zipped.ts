import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { serve } from '../../../src/vite/serve.ts';

/** Bytes of a text as a host sends it; pictures and typefaces are packed already. */
export function zipped(type: string, body: Buffer): Buffer {
	return /^(text|application\/(javascript|json)|image\/svg)/.test(type) ? gzipSync(body) : body;
}

/** Serves a site as hosts on the web do, texts gzipped; our own server leaves that to them. */
export async function serveZipped(site: string): Promise<{ address: string; close(): void }> {
	const inner = await serve(site, 0);
	const server = createServer((request, response) => {
		void (async () => {
			const answer = await fetch(new URL(request.url ?? '/', inner.address), {
				redirect: 'manual',
			});
			const type = answer.headers.get('content-type') ?? '';
			const plain = Buffer.from(await answer.arrayBuffer());
			const body = zipped(type, plain);
			const headers: Record<string, string> = { 'content-length': String(body.length) };
			for (const name of ['content-type', 'cache-control', 'location', 'etag']) {
				const value = answer.headers.get(name);
				if (value) headers[name] = value;
			}
			if (body !== plain) headers['content-encoding'] = 'gzip';
			response.writeHead(answer.status, headers).end(body);
		})().catch(() => response.destroy());
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	return {
		address: `http://127.0.0.1:${port}/`,
		close() {
			server.close();
			server.closeAllConnections();
			void inner.close();
		},
	};
}
