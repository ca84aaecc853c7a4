import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, normalize, sep } from 'node:path';
import sirv from 'sirv';
import { calmPage, calmPolicy } from './calm.ts';
import { addressOf, type Catalogues } from './catalogue.ts';
import type { Shown } from './releases.ts';

type Files = ReturnType<typeof sirv>;

export interface SiteParts {
	/** undefined: the calm page. */
	shown: () => Shown | undefined;
	catalogues: Catalogues;
	/** Photos that staff took off. */
	hidden: () => readonly string[];
}

/** Serves the pages that are shown, without the files of photos that are hidden. */
export class Site {
	#folder: string | undefined;
	#files: Files | undefined;

	constructor(readonly parts: SiteParts) {}

	async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const shown = this.parts.shown();
		if (!shown) return calm(request, response);
		const url = new URL(`http://localhost${request.url ?? '/'}`);
		// Two slashes at the beginning of an answer would name another host.
		const path = url.pathname.replace(/\/{2,}/g, '/');
		if (await lacksSlash(shown.folder, path)) {
			response.writeHead(308, { location: `${path}/${url.search}` }).end();
			return;
		}
		if (await this.#isHidden(path, shown)) return notFound(shown.folder, response);
		request.url = `${path}${url.search}`;
		// A file may vanish between being found and being opened: what is withdrawn is deleted.
		response.once('pipe', (file) => file.once('error', () => response.destroy()));
		this.#of(shown.folder)(request, response, () => void notFound(shown.folder, response));
	}

	#of(folder: string): Files {
		if (this.#files && this.#folder === folder) return this.#files;
		this.#folder = folder;
		// Each request looks at the disk: what is withdrawn is deleted under this server.
		this.#files = sirv(folder, { dev: true, etag: true, setHeaders });
		return this.#files;
	}

	async #isHidden(path: string, shown: Shown): Promise<boolean> {
		const hidden = this.parts.hidden();
		if (hidden.length === 0) return false;
		const catalogue = await this.parts.catalogues.of(shown);
		const asked = addressOf(decoded(path));
		return hidden.some((id) => catalogue?.files.get(id)?.includes(asked) ?? false);
	}
}

/** Is it a page's folder, written without the slash that its relative links need? */
async function lacksSlash(site: string, path: string): Promise<boolean> {
	if (path.endsWith('/')) return false;
	const folder = normalize(join(site, decoded(path)));
	if (!folder.startsWith(site + sep)) return false;
	const page = await stat(join(folder, 'index.html')).catch(() => undefined);
	return page?.isFile() ?? false;
}

function decoded(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

async function notFound(site: string, response: ServerResponse): Promise<void> {
	const page = await readFile(join(site, '404.html')).catch(() => '404');
	const type = 'text/html; charset=utf-8';
	response.writeHead(404, { 'content-type': type, 'cache-control': 'no-store' }).end(page);
}

function calm({ method }: IncomingMessage, response: ServerResponse): void {
	response.writeHead(503, {
		'content-type': 'text/html; charset=utf-8',
		'content-security-policy': calmPolicy,
		'cache-control': 'no-store',
	});
	response.end(method === 'HEAD' ? undefined : calmPage);
}

/**
 * Pictures are asked for each time, though they are named by their content: the way is short, and
 * what staff hide or people withdraw must not come out of the browser's store.
 */
function setHeaders(response: ServerResponse, path: string): void {
	const isCode = path.startsWith('/_app/immutable/');
	response.setHeader('Cache-Control', isCode ? 'public, max-age=31536000, immutable' : 'no-cache');
}
