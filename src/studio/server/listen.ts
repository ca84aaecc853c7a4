import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse, port: number) => void;

export interface Listening {
	port: number;
	close(): Promise<void>;
}

/** Tried first, then the ones after it: what a browser keeps for an address is found again. */
const usualPort = 4747;
const attempts = 20;

/**
 * Listens on this computer alone.
 *
 * @param port 0: any that is free; absent: the usual one, or the next
 * @throws EADDRINUSE
 */
export async function listen(answer: Answer, port?: number): Promise<Listening> {
	const first = port ?? usualPort;
	for (let candidate = first; ; candidate++) {
		try {
			return await listenOn(answer, candidate);
		} catch (error) {
			const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
			if (!isTaken || port !== undefined || candidate >= first + attempts) throw error;
		}
	}
}

async function listenOn(answer: Answer, wanted: number): Promise<Listening> {
	const servers = [await opened(answer, '127.0.0.1', wanted)];
	const { port } = servers[0]!.address() as AddressInfo;
	// Where there is no IPv6, `localhost` is the other one.
	const six = await opened(answer, '::1', port).catch(() => undefined);
	if (six) servers.push(six);
	return { port, close: async () => void (await Promise.all(servers.map(closed))) };
}

function opened(answer: Answer, host: string, port: number): Promise<Server> {
	const server: Server = createServer((request, response) =>
		answer(request, response, (server.address() as AddressInfo).port),
	);
	return new Promise((done, fail) => {
		server.once('error', fail);
		server.listen({ host, port, ipv6Only: true }, () => done(server));
	});
}

function closed(server: Server): Promise<void> {
	return new Promise((done) => {
		server.close(() => done());
		server.closeAllConnections();
	});
}
