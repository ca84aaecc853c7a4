import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Lock {
	release(): Promise<void>;
}

/**
 * Only one process at a time holds the lock of a folder; undefined if another does. It is a socket
 * that nobody speaks to: the system closes it with its process, however that ended, so that no lock
 * is ever left behind to be removed by hand.
 */
export async function lock(folder: string): Promise<Lock | undefined> {
	const address = addressOf(folder);
	const server = (await listen(address)) ?? (await afterStale(address));
	if (!server) return undefined;
	server.unref();
	return { release: () => new Promise((done) => server.close(() => done())) };
}

/** Linux and Windows forget the name with the process; elsewhere it is a file that may be left over. */
function addressOf(folder: string): string {
	const name = `nigoh-${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 24)}`;
	if (process.platform === 'linux') return `\0${name}`;
	return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

function listen(address: string): Promise<Server | undefined> {
	return new Promise((done, fail) => {
		const server = createServer();
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE') done(undefined);
			else fail(error);
		});
		server.listen(address, () => done(server));
	});
}

async function afterStale(address: string): Promise<Server | undefined> {
	if (!address.startsWith('/') || (await isAnswered(address))) return undefined;
	await rm(address, { force: true });
	return listen(address);
}

function isAnswered(address: string): Promise<boolean> {
	return new Promise((done) => {
		const socket = connect(address, () => done(true));
		socket.once('connect', () => socket.destroy());
		socket.once('error', () => done(false));
	});
}
