import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { SftpTarget } from '../../src/studio/publish/sftp-session.ts';
import { temporaryFolder } from './folder.ts';

const program = '/usr/sbin/sshd';
export const hasSshd = existsSync(program);

export interface Sshd {
	target: SftpTarget;
	/** Folder that the target names. */
	folder: string;
	/** As `known_hosts` has it. */
	hostKey: string;
	/** A `known_hosts` of nobody. */
	knownHosts: string;
	/** Breaks every line that is open. */
	cut(): void;
	stop(): void;
}

/** Debian's own server on a free port of this computer, with keys and settings of its own. */
export async function startSshd(port?: number): Promise<Sshd> {
	const keys = await temporaryFolder();
	const folder = await temporaryFolder();
	const [host, user] = [join(keys, 'host'), join(keys, 'user')];
	for (const file of [host, user])
		execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file]);
	chmodSync(keys, 0o755);
	const taken = port ?? (await freePort());
	const config = join(keys, 'sshd_config');
	writeFileSync(config, settings(taken, host, `${user}.pub`));
	// It lowers its rights there, and does not start without.
	if (userInfo().uid === 0) mkdirSync('/run/sshd', { recursive: true });
	const child = spawn(program, ['-D', '-e', '-f', config], { stdio: 'ignore' });
	await answers(taken);
	const [type, key] = readFileSync(`${host}.pub`, 'utf8').split(' ');
	return {
		target: {
			...{ kind: 'sftp', host: '127.0.0.1', port: taken, user: userInfo().username },
			...{ path: folder, key: user },
		},
		folder,
		hostKey: `${type} ${key}`,
		knownHosts: join(keys, 'known_hosts'),
		cut: () => childrenOf(child.pid!).forEach((pid) => process.kill(pid, 'SIGKILL')),
		stop: () => void child.kill('SIGKILL'),
	};
}

/** One for each line that is open, with children of its own. */
function childrenOf(pid: number): number[] {
	const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
	const own = text.split(' ').filter(Boolean).map(Number);
	return own.flatMap((one) => [one, ...childrenOf(one)]);
}

function settings(port: number, hostKey: string, userKey: string): string {
	return [
		`Port ${port}`,
		'ListenAddress 127.0.0.1',
		`HostKey ${hostKey}`,
		`AuthorizedKeysFile ${userKey}`,
		'PidFile none',
		'StrictModes no',
		'UsePAM no',
		'PasswordAuthentication no',
		'KbdInteractiveAuthentication no',
		'PermitRootLogin prohibit-password',
		'Subsystem sftp internal-sftp',
		'',
	].join('\n');
}

function freePort(): Promise<number> {
	return new Promise((done) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => done(port));
		});
	});
}

async function answers(port: number): Promise<void> {
	for (let attempt = 0; attempt < 100; attempt++) {
		const isThere = await new Promise<boolean>((done) => {
			const socket = connect(port, '127.0.0.1', () => done(true));
			socket.on('connect', () => socket.destroy()).on('error', () => done(false));
		});
		if (isThere) return;
		await wait(50);
	}
	throw new Error('sshd does not answer');
}
