import { createReadStream } from 'node:fs';
import { sep } from 'node:path';
import type { Connect, Plugin, ViteDevServer } from 'vite';
import { ownFiles, type LiveExhibition } from './live.ts';

/** An editor writes several files at once; a page is loaded again when it has come to rest. */
const restMs = 150;

/** Shows an exhibition while it is edited: its pictures, and its changes. */
export function livePlugin(live: LiveExhibition, root: string): Plugin {
	return {
		name: 'nigoh-live',
		configureServer(server) {
			// Kit runs the routes in a module graph of their own, so they meet here.
			globalThis.nigohLive = () => live.published();
			server.middlewares.use(wants(live));
			server.middlewares.use('/media/', pictures(live));
			watch(server, live, root);
		},
	};
}

/** Tells which gallery a page is about to show. */
function wants(live: LiveExhibition): Connect.NextHandleFunction {
	return (request, _response, next) => {
		const [, gallery] = /^\/[^/]+\/galleries\/([^/?]+)/.exec(request.url ?? '') ?? [];
		if (gallery) live.want(decodeURIComponent(gallery));
		next();
	};
}

function pictures(live: LiveExhibition): Connect.NextHandleFunction {
	return (request, response, next) => {
		const name = (request.url ?? '').replace(/^\/|\?.*$/g, '');
		live.picture(name).then((path) => {
			if (!path) return next();
			response.setHeader('Content-Type', name.endsWith('.avif') ? 'image/avif' : 'image/jpeg');
			createReadStream(path).on('error', next).pipe(response);
		}, next);
	};
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
