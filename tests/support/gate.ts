import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '../../src/vite/serve.ts';

/** A server that can be stopped and started again at one address, show another site, and keep somebody waiting. */
export interface Gate {
	address: string;
	/** Paths that were asked for. */
	asked: string[];
	show(site: string): Promise<void>;
	/** Answers of paths like this one wait until `open`; nothing waits by itself. */
	hold(paths: RegExp): void;
	open(): void;
	/** What this path gives, instead of the site's. */
	instead: Map<string, string>;
	stop(): Promise<void>;
	start(): Promise<void>;
}

export async function openGate(site: string): Promise<Gate> {
	let behind = await serve(site, 0);
	let held: RegExp | undefined;
	let waiting: (() => void)[] = [];
	const asked: string[] = [];
	const instead = new Map<string, string>();
	const forward = (incoming: IncomingMessage, outgoing: ServerResponse) => {
		const { url = '/', method, headers } = incoming;
		const target = request(new URL(url, behind.address), { method, headers }, (answer) => {
			outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
			answer.pipe(outgoing);
		});
		target.on('error', () => outgoing.destroy());
		incoming.pipe(target);
	};
	const server = createServer((incoming, outgoing) => {
		const path = incoming.url ?? '/';
		asked.push(path);
		const text = instead.get(path);
		if (text !== undefined) {
			outgoing.writeHead(200, { 'content-type': 'application/json' }).end(text);
		} else if (held?.test(path)) waiting.push(() => forward(incoming, outgoing));
		else forward(incoming, outgoing);
	});
	const start = (port = 0) => new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
	await start();
	const { port } = server.address() as AddressInfo;
	const stop = () =>
		new Promise<void>((done) => {
			server.close(() => done());
			server.closeAllConnections();
		});
	return {
		address: `http://127.0.0.1:${port}/`,
		asked,
		instead,
		show: async (other) => {
			await behind.close();
			behind = await serve(other, 0);
		},
		hold: (paths) => (held = paths),
		open: () => {
			held = undefined;
			for (const go of waiting.splice(0)) go();
			waiting = [];
		},
		stop,
		start: () => start(port),
	};
}
