import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import type { Target } from '../../../src/studio/contract/publish.ts';
import { photosAtPlace, toPlace } from '../../../src/studio/publish/to-place.ts';
import { Notices } from '../../../src/studio/server/notices.ts';
import { Place } from '../../../src/studio/server/place.ts';
import { publishingWith } from '../../../src/studio/server/publishing.ts';
import { publishRoutes } from '../../../src/studio/server/routes/publish-routes.ts';
import { Passwords } from '../../../src/studio/publish/passwords.ts';
import { contentFolder, temporaryFolder } from '../../support/folder.ts';
import { holding } from '../../support/holding.ts';
import { hasSftpServer, startPasswordHost } from '../../support/password-host.ts';
import { chosen } from '../../support/site.ts';
import { webBuild } from '../../support/web-build.ts';
import { FakeDesk } from '../server/desk.ts';
import { keep, Stage } from '../server/stage.ts';

const secret = 'open sesame 48151623';

// Nobody's own keys are tried.
afterEach(() => vi.unstubAllEnvs());

async function host(by?: 'password' | 'keyboard-interactive') {
	vi.stubEnv('SSH_AUTH_SOCK', '');
	vi.stubEnv('HOME', await temporaryFolder());
	const one = await startPasswordHost(secret, by);
	onTestFinished(() => one.stop());
	return one;
}

it.skipIf(!hasSftpServer).each(['password', 'keyboard-interactive'] as const)(
	'who typed it is let in (%s), and again without typing',
	async (by) => {
		const { target, knownHosts } = await host(by);
		const passwords = new Passwords();
		passwords.keep(target, secret);
		const known = () => ({ knownHosts, ask: passwords.askFor(target) });
		await toPlace(target, await webBuild({ photos: ['a'] }), known(), {});
		expect([...(await photosAtPlace(target, known()))]).toEqual(['a']);
	},
);

it.skipIf(!hasSftpServer)(
	'a wrong one, or none, is told, and mended by the right one',
	async () => {
		const { target, knownHosts, tried } = await host();
		const passwords = new Passwords();
		const look = () => photosAtPlace(target, { knownHosts, ask: passwords.askFor(target) });
		await expect(look()).rejects.toMatchObject({
			message: expect.stringContaining('does not let you in'),
			remedy: expect.stringMatching(/^type the password/),
		});
		expect(tried).toEqual([]);
		passwords.keep(target, 'wrong');
		await expect(look()).rejects.toThrow('does not let you in');
		passwords.keep(target, secret);
		expect([...(await look())]).toEqual([]);
		expect(tried).toEqual(['wrong', secret]);
	},
);

it('it is for one person on one host, and no passphrase of a key', async () => {
	const target = { kind: 'sftp', host: 'h', user: 'u', path: '/p' } as const;
	const passwords = new Passwords();
	passwords.keep(target, secret);
	const others: Target[] = [
		{ ...target, host: 'g' },
		{ ...target, user: 'v' },
		{ ...target, port: 2222 },
		{ kind: 'folder', path: '/p' },
	];
	for (const one of others) expect(passwords.askFor(one)).toBeUndefined();
	const ask = passwords.askFor({ ...target, port: 22, path: '/q' })!;
	expect([await ask('', 'password'), await ask('', 'passphrase')]).toEqual([secret, undefined]);
	expect([JSON.stringify({ passwords }), inspect(passwords)].join()).not.toContain(secret);
});

/** The desk's own addresses, with what they said to windows and to the log. */
async function published(root: string) {
	const told: string[] = [];
	const notices = new Notices();
	vi.spyOn(notices, 'tell').mockImplementation((notice) => void told.push(JSON.stringify(notice)));
	const cache = join(root, '.exhibition', 'cache');
	const desk = new FakeDesk(root);
	const place = keep(new Place(async () => ({ root, cache, desk, close: () => desk.close() })));
	await place.open(root);
	const fault = (error: unknown) => void told.push(inspect(error));
	const routes = publishRoutes(place, notices, publishingWith(chosen(root, `${root}-out`)), fault);
	return { told, stage: await Stage.with([routes], told) };
}

it.skipIf(!hasSftpServer)(
	'it is typed once while the studio runs, and stands in no file, notice or log',
	async () => {
		const { target, folder } = await host();
		const root = await contentFolder({
			'photos/exhibition.yaml': 'format: 1\ntitle: One\nlanguages: [en]\n',
			'photos/road/gallery.yaml':
				'photos:\n  - { file: tea.jpg, alt: Tea, consent: { status: not_needed } }\n',
			'photos/road/tea.jpg': true,
		});
		const { stage, told } = await published(join(root, 'photos'));
		const closed = await stage.post('/api/review', { target });
		expect(closed.text).toContain('does not let you in');
		const open = await stage.post('/api/review', { target, password: secret });
		expect(open.json).toMatchObject({ errors: [], newlyPublic: ['tea'] });
		expect((await stage.post('/api/publish', { target })).status).toBe(202);
		await expect.poll(() => told.join(), { timeout: 120_000 }).toMatch(/"finished"|"failed"/);
		expect(told.join()).toContain('"finished"');
		expect(told.join() + open.text).not.toContain(secret);
		for (const place of [root, folder, process.env.HOME!])
			expect(await holding(place, [secret])).toEqual([]);
		expect(await holding(root, [target.host])).toHaveLength(1);
	},
	180_000,
);
