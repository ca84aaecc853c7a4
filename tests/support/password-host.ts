import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import ssh2 from 'ssh2';
import type { SftpTarget } from '../../src/studio/publish/sftp-session.ts';
import { temporaryFolder } from './folder.ts';

const sftpServer = '/usr/lib/openssh/sftp-server';
export const hasSftpServer = existsSync(sftpServer);

export interface PasswordHost {
	target: SftpTarget;
	folder: string;
	knownHosts: string;
	/** Passwords that were tried. */
	tried: string[];
	stop(): void;
}

/** A host that lets nobody in but by a password: Debian's own would want that of a person of this computer. */
export async function startPasswordHost(
	password: string,
	by: 'password' | 'keyboard-interactive' = 'password',
): Promise<PasswordHost> {
	const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
	const hostKeys = [ssh2.utils.generateKeyPairSync('ed25519').private];
	const tried: string[] = [];
	const server = new ssh2.Server({ hostKeys }, (client) => {
		client.on('error', () => undefined);
		client.on('authentication', (context) => {
			const judge = (given: string) => {
				tried.push(given);
				if (given === password) context.accept();
				else context.reject([by]);
			};
			if (context.method !== by) return context.reject([by]);
			if (context.method === 'password') judge(context.password);
			if (context.method === 'keyboard-interactive')
				context.prompt([{ prompt: 'Password: ', echo: false }], ([given = '']) => judge(given));
		});
		client.on('session', (accept) =>
			accept().on('subsystem', (take) => {
				const channel = take();
				const child = spawn(sftpServer, { stdio: ['pipe', 'pipe', 'ignore'] });
				channel.pipe(child.stdin);
				child.stdout.pipe(channel);
			}),
		);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	return {
		target: { kind: 'sftp', host: '127.0.0.1', port, user: userInfo().username, path: folder },
		...{ folder, tried, knownHosts: join(elsewhere, 'known_hosts') },
		stop: () => server.close(),
	};
}
