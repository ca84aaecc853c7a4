import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import ssh2, { type AnyAuthMethod } from 'ssh2';
import { Refusal } from '../../vite/refusal.ts';

/** Asks a person for a secret, which is kept nowhere; undefined where nobody is there to answer. */
export type Ask = (
	question: string,
	what: 'password' | 'passphrase',
) => Promise<string | undefined>;

/**
 * The ways to sign in, one after the other: the key that is named, those that the agent holds, those
 * that lie where OpenSSH keeps them, and a password if somebody types one.
 *
 * @throws {Refusal} where the key that is named cannot be used
 */
export async function* waysIn(
	user: string,
	key: string | undefined,
	ask: Ask | undefined,
	host: string,
): AsyncGenerator<AnyAuthMethod> {
	if (key !== undefined) yield await withKey(user, key, ask, true);
	const agent = agentOf(process.env);
	if (agent !== undefined) yield { type: 'agent', username: user, agent };
	const usual = ['id_ed25519', 'id_ecdsa', 'id_rsa'].map((name) => join(homedir(), '.ssh', name));
	for (const file of key === undefined ? usual : []) {
		const way = await withKey(user, file, ask, false).catch(() => undefined);
		if (way) yield way;
	}
	const password = await ask?.(`Password of ${user} on ${host}: `, 'password');
	if (!password) return;
	yield { type: 'password', username: user, password };
	yield {
		type: 'keyboard-interactive',
		username: user,
		prompt: (_name, _instructions, _lang, prompts, finish) => finish(prompts.map(() => password)),
	};
}

function agentOf({ SSH_AUTH_SOCK: socket }: NodeJS.ProcessEnv): string | undefined {
	return socket ?? (process.platform === 'win32' ? '\\\\.\\pipe\\openssh-ssh-agent' : undefined);
}

async function withKey(
	username: string,
	file: string,
	ask: Ask | undefined,
	isNamed: boolean,
): Promise<AnyAuthMethod> {
	const text = await readFile(file).catch(() => undefined);
	if (!text) throw new Refusal(`there is no key ${file}`, 'name another with --key FILE', 1);
	const plain = ssh2.utils.parseKey(text);
	if (!(plain instanceof Error) && plain.isPrivateKey())
		return { type: 'publickey', username, key: plain };
	if (!(plain instanceof Error) || !isLocked(plain))
		throw new Refusal(`${file} is no private key`, 'name another', 1);
	// Nobody is asked for a key that may not be the one.
	const passphrase = isNamed ? await ask?.(`Passphrase of ${file}: `, 'passphrase') : undefined;
	const opened = passphrase ? ssh2.utils.parseKey(text, passphrase) : plain;
	if (!(opened instanceof Error)) return { type: 'publickey', username, key: opened };
	const remedy = 'type its passphrase, or give it to the agent with ssh-add';
	throw new Refusal(`${file} is locked`, remedy, 1);
}

function isLocked({ message }: Error): boolean {
	return /encrypted|passphrase/i.test(message);
}
