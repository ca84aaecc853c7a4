import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import ssh2, { type ConnectConfig, type SFTPWrapper } from 'ssh2';
import { Refusal } from '../../vite/refusal.ts';
import type { Target } from '../contract/publish.ts';
import { fingerprint, judge, keyText, knownHost } from './known-hosts.ts';
import { sftpRefusal } from './sftp-failures.ts';
import { waysIn, type Ask } from './sign-in.ts';

export type SftpTarget = Extract<Target, { kind: 'sftp' }>;

/** What is known of a host beside its address. */
export interface Acquaintance {
	/** Its key of the last time, as `known_hosts` has it. */
	hostKey?: string;
	ask?: Ask;
	/** The host was seen for the first time: it is trusted, and must have this key from now on. */
	onNewHost?: (key: string, print: string) => void;
	/** Another `known_hosts` than the person's own. */
	knownHosts?: string;
}

export interface Session {
	sftp: SFTPWrapper;
	/** Rejects when the line breaks: what is asked for after that is never answered. */
	lost: Promise<never>;
	close(): void;
}

/** @throws {Refusal} where the host cannot be reached, is another one than it was, or lets nobody in */
export async function connected(target: SftpTarget, known: Acquaintance): Promise<Session> {
	const { host, port = 22, user, key } = target;
	const file = known.knownHosts ?? join(homedir(), '.ssh', 'known_hosts');
	const listed = knownHost(await readFile(file, 'utf8').catch(() => ''), host, port);
	const expected = listed.keys.length > 0 ? listed.keys : known.hostKey ? [known.hostKey] : [];
	const client = new ssh2.Client();
	let refusal: Refusal | undefined;
	const ways = waysIn(user, key, known.ask, host);
	const settings: ConnectConfig = {
		host,
		port,
		username: user,
		readyTimeout: 60_000,
		keepaliveInterval: 15_000,
		algorithms: { serverHostKey: algorithmsOf(expected) },
		hostVerifier: (bytes: Buffer) => {
			const seen = keyText(bytes);
			const verdict = judge(seen, listed, known.hostKey);
			if (verdict === 'changed') refusal = changedHost(host, seen);
			if (verdict === 'new') known.onNewHost?.(seen, fingerprint(seen));
			return verdict !== 'changed';
		},
		authHandler: (_left, _partial, next) => {
			const give = (way: unknown) => next(way as Parameters<typeof next>[0]);
			ways.next().then(
				({ value, done }) => give(done ? false : value),
				(error: Refusal) => {
					refusal = error;
					give(false);
				},
			);
		},
	};
	return opened(client, settings, (error) => refusal ?? sftpRefusal(error, host));
}

function opened(
	client: ssh2.Client,
	settings: ConnectConfig,
	explain: (error: unknown) => unknown,
): Promise<Session> {
	return new Promise((done, fail) => {
		const broken = new AbortController();
		const failed = (error: unknown) => {
			client.destroy();
			fail(explain(error));
			broken.abort(error);
		};
		client.on('error', failed);
		client.on('close', () => failed(new Error('No response from server')));
		client.on('ready', () =>
			client.sftp((error, sftp) => {
				if (error) return failed(error);
				done({ sftp, lost: lostWith(broken.signal), close: () => void client.end() });
			}),
		);
		client.connect(settings);
	});
}

function lostWith(signal: AbortSignal): Promise<never> {
	const lost = new Promise<never>((_done, fail) => {
		signal.addEventListener('abort', () => fail(signal.reason as Error));
	});
	// It breaks at the end of each session, too, when nobody asks for anything any more.
	lost.catch(() => undefined);
	return lost;
}

/** A host has keys of several kinds: it is to show one that is known. */
function algorithmsOf(keys: readonly string[]): ssh2.ServerHostKeyAlgorithm[] | undefined {
	const types = keys.map((key) => key.split(' ')[0] ?? '');
	if (types.length === 0) return undefined;
	const names = types.flatMap((type) =>
		type === 'ssh-rsa' ? ['rsa-sha2-512', 'rsa-sha2-256'] : [type],
	);
	return [...new Set(names)] as ssh2.ServerHostKeyAlgorithm[];
}

function changedHost(host: string, key: string): Refusal {
	return new Refusal(
		`${host} shows another key than before (${fingerprint(key)}), so it may be another computer`,
		'ask who keeps it; if it was changed there, forget the target here, and in known_hosts (ssh-keygen -R), and publish again',
		1,
	);
}
