import { createReadStream } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Connect, Plugin, ViteDevServer } from 'vite';
import { tileName } from '../lib/server/images/tiles.ts';
import { ownFiles, type LiveExhibition } from './live.ts';

/** An editor writes several files at once; a page is loaded again when it has come to rest. */
const restMs = 150;

/** Says what went wrong, in a sentence. */
type Sentence = (error: unknown) => string;

/** Shows an exhibition while it is edited: its pictures, and its changes. */
export function livePlugin(live: LiveExhibition, root: string, sentence: Sentence): Plugin {
	return {
		name: 'nigoh-live',
		configureServer(server) {
			// Kit runs the routes in a module graph of their own, so they meet here.
			globalThis.nigohLive = () => live.published();
			server.middlewares.use('/media/', pictures(live, sentence));
			server.middlewares.use('/iiif/images/', pictures(live, sentence, tileOf));
			server.middlewares.use(pages(live, sentence));
			watch(server, live, root);
		},
	};
}

/** Tells which gallery a page is about to show, and shows a sentence where nothing can be shown. */
function pages(live: LiveExhibition, sentence: Sentence): Connect.NextHandleFunction {
	return (request, response, next) => {
		const [, gallery] = /^\/[^/]+\/galleries\/([^/?]+)/.exec(request.url ?? '') ?? [];
		if (gallery) live.want(decoded(gallery));
		if (!request.headers.accept?.includes('text/html')) return next();
		live.published().then(
			() => next(),
			(error) => refuse(response, sentence(error)),
		);
	};
}

function pictures(
	live: LiveExhibition,
	sentence: Sentence,
	nameOf = (path: string) => path,
): Connect.NextHandleFunction {
	return (request, response, next) => {
		const name = nameOf((request.url ?? '').replace(/^\/|\?.*$/g, ''));
		live
			.picture(name)
			.then((path) => (path ? send(path, response) : next()))
			.catch((error) => refuse(response, sentence(error)));
	};
}

const types: Readonly<Record<string, string>> = {
	'.avif': 'image/avif',
	'.mp3': 'audio/mpeg',
	'.m4a': 'audio/mp4',
	'.ogg': 'audio/ogg',
};

/** The name of a tile in the cache, by its path below `iiif/images/`. */
function tileOf(path: string): string {
	const [key = '', ...rest] = path.split('/');
	return tileName(key, rest.join('/'));
}

/** A visitor who has gone on is no error. */
async function send(path: string, response: ServerResponse): Promise<void> {
	response.setHeader('Content-Type', types[extname(path)] ?? 'image/jpeg');
	await pipeline(createReadStream(path), response).catch(() => response.destroy());
}

function refuse(response: ServerResponse, text: string): void {
	if (response.headersSent) return void response.destroy();
	response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

function watch(server: ViteDevServer, live: LiveExhibition, root: string): void {
	const own = ownFiles(root);
	let timer: NodeJS.Timeout | undefined;
	server.watcher.add(root);
	server.watcher.on('all', (_event, path) => {
		if (!path.startsWith(root + sep) || path.startsWith(own)) return;
		live.drop();
		clearTimeout(timer);
		timer = setTimeout(() => {
			// What is wrong is told also where no page is open.
			live.published().catch(() => undefined);
			server.ws.send({ type: 'full-reload' });
		}, restMs);
	});
}
