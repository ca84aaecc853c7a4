import { execFileSync, spawn } from 'node:child_process';
import { appendFile, chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acquaintanceOf } from '../../../src/studio/publish/acquaintance.ts';
import type { SftpTarget } from '../../../src/studio/publish/sftp-session.ts';
import { remember } from '../../../src/studio/publish/targets.ts';
import { toPlace } from '../../../src/studio/publish/to-place.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { hasSshd, startSshd, type Sshd } from '../../support/sshd.ts';
import { webBuild } from '../../support/web-build.ts';

let sshd: Sshd;
let build: string;
beforeAll(async () => {
	if (!hasSshd) return;
	sshd = await startSshd();
	build = await webBuild({ photos: ['a'] });
});
afterAll(() => sshd?.stop());

const to = (more: Partial<SftpTarget>, known: Parameters<typeof toPlace>[2] = {}) =>
	toPlace(
		{ ...sshd.target, ...more },
		build,
		{ knownHosts: sshd.knownHosts, ...known },
		{ dryRun: true },
	);

describe.skipIf(!hasSshd)('an SFTP host', () => {
	it('is trusted the first time, and must have the same key from then on', async () => {
		const folder = await temporaryFolder();
		const first = await acquaintanceOf(folder, sshd.target, { knownHosts: sshd.knownHosts });
		await to({}, first);
		expect(first.newHost).toMatch(/^SHA256:/);
		expect(first.hostKey).toBe(sshd.hostKey);
		await remember(folder, sshd.target, { host_key: first.hostKey });
		const second = await acquaintanceOf(folder, sshd.target, { knownHosts: sshd.knownHosts });
		await to({}, second);
		expect(second.newHost).toBeUndefined();
		const other = await startSshd();
		const { port, key } = other.target;
		await expect(to({ port, key }, { hostKey: sshd.hostKey })).rejects.toMatchObject({
			message: expect.stringContaining('127.0.0.1 shows another key than before (SHA256:'),
			remedy: expect.stringContaining('ask who keeps it'),
		});
		other.stop();
	});

	it('is held to what known_hosts says', async () => {
		const listed = join(await temporaryFolder(), 'known_hosts');
		const name = `[127.0.0.1]:${sshd.target.port}`;
		await writeFile(listed, `${name} ${sshd.hostKey}\n`);
		const seen: string[] = [];
		await to({}, { knownHosts: listed, onNewHost: (key) => seen.push(key) });
		expect(seen).toEqual([]);
		await appendFile(listed, `@revoked ${name} ${sshd.hostKey}\n`);
		await expect(to({}, { knownHosts: listed })).rejects.toThrow('shows another key than before');
		await writeFile(listed, `${name} ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQ==\n`);
		await expect(to({}, { knownHosts: listed })).rejects.toThrow('another kind of key than before');
	});

	it.each<[string, () => Promise<Partial<SftpTarget>>]>([
		['does not answer at that port', async () => ({ port: 1 })],
		['nowhere.invalid is not known to the network', async () => ({ host: 'nowhere.invalid' })],
		['has no such folder or file', async () => ({ path: `${sshd.folder}/missing` })],
		['does not let you in', async () => ({ user: 'nobody-at-all' })],
		['there is no key /missing', async () => ({ key: '/missing' })],
		['is no private key', async () => ({ key: `${sshd.target.key}.pub` })],
	])('says what is wrong: %s', async (says, wrong) => {
		await expect(to(await wrong())).rejects.toThrow(says);
	});

	it('asks for the passphrase of a key, once', async () => {
		const key = `${sshd.target.key}-locked`;
		execFileSync('cp', [sshd.target.key!, key]);
		await chmod(key, 0o600);
		execFileSync('ssh-keygen', ['-q', '-p', '-P', '', '-N', 'open sesame', '-f', key]);
		await expect(to({ key })).rejects.toMatchObject({
			message: `${key} is locked`,
			remedy: 'type its passphrase, or give it to the agent with ssh-add',
		});
		const asked: string[] = [];
		const ask = async (question: string) => {
			asked.push(question);
			return 'open sesame';
		};
		const chosen = { knownHosts: sshd.knownHosts, ask };
		const known = await acquaintanceOf(await temporaryFolder(), sshd.target, chosen);
		await to({ key }, known);
		await to({ key }, known);
		expect(asked).toEqual([`Passphrase of ${key}: `]);
	});

	it('may take what an agent holds', async () => {
		const socket = join(await temporaryFolder(), 'agent');
		const agent = spawn('ssh-agent', ['-D', '-a', socket], { stdio: 'ignore' });
		const before = process.env.SSH_AUTH_SOCK;
		process.env.SSH_AUTH_SOCK = socket;
		try {
			await expect
				.poll(() => {
					execFileSync('ssh-add', ['-q', sshd.target.key!], { stdio: 'ignore' });
					return true;
				})
				.toBe(true);
			await to({ key: undefined });
		} finally {
			agent.kill();
			if (before === undefined) delete process.env.SSH_AUTH_SOCK;
			else process.env.SSH_AUTH_SOCK = before;
		}
	});

	it('that is lost half-way says so, and how to go on', async () => {
		const other = await startSshd();
		const slow = await webBuild({ photos: ['a', 'b', 'c', 'd'], bytes: 300_000 });
		const lost = toPlace(
			other.target,
			slow,
			{ knownHosts: other.knownHosts },
			{
				onProgress: ({ done }) => done === 3 && other.cut(),
			},
		);
		await expect(lost).rejects.toMatchObject({
			message: expect.stringMatching(/lost the connection.*, after \d+ of 13 steps$/),
			remedy: expect.stringMatching(/^check the line, then publish again: it goes on from there/),
		});
		other.stop();
	});
});
