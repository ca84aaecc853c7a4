import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { pack } from '../../../src/kiosk/pack/pack.ts';
import { installScript } from '../../../src/kiosk/pack/script.ts';
import { healthSchema } from '../../../src/kiosk/server/health.ts';
import { isPinHash } from '../../../src/kiosk/server/pin.ts';
import { checkout } from '../../support/corpus.ts';
import { contentFolder, temporaryFolder } from '../../support/folder.ts';
import { keys, kioskRelease } from '../../support/kiosk-release.ts';

const key = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();

let [id, from, device, box] = ['', '', '', ''];

function install(...args: string[]): void {
	execFileSync('/bin/sh', [join(box, 'install.sh'), '--prefix', device, ...args]);
}

beforeAll(async () => {
	from = await contentFolder({
		'public.pem': key,
		'private.pem': '-----BEGIN PRIVATE KEY-----\n',
	});
	({
		release: { id },
	} = await kioskRelease({ photos: ['tea'], title: 'packed page' }, join(from, 'r1')));
	const archive = await pack({
		checkout,
		...{ folder: join(from, 'out'), release: join(from, 'r1'), key: join(from, 'public.pem') },
	});
	const unpacked = await temporaryFolder();
	execFileSync('tar', ['-xzf', archive, '-C', unpacked]);
	box = join(unpacked, (await readdir(unpacked))[0]!);
	device = await temporaryFolder();
	install('--screen', 'DP-1');
}, 120_000);

/** kioskd as the unit starts it, but below the folder that stands for the device. */
function start(...args: string[]) {
	const program = join(device, 'usr/lib/kiosk');
	const places = ['--data', join(device, 'var/lib/kiosk'), '--port', '0'];
	const config = ['--config', join(device, 'etc/kiosk/kiosk.json')];
	// Nothing of this checkout is within reach.
	return spawn(
		join(program, 'node'),
		[join(program, 'kioskd.mjs'), ...args, ...places, ...config],
		{
			cwd: '/',
			env: {},
		},
	);
}

describe('the box', () => {
	it('leaves nothing beside itself', async () => {
		const [archive, ...others] = await readdir(join(from, 'out'));
		expect(archive).toBe(`nigoh-kiosk-${id}-${process.platform}-${process.arch}.tar.gz`);
		expect(others).toEqual([]);
	});

	it('runs its own kioskd with its own Node, and shows its release', async () => {
		const child = start();
		try {
			let errors = '';
			child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
			const [line] = (await Promise.race([
				once(child.stdout, 'data'),
				once(child, 'exit').then(() => [`ended: ${errors}`]),
			])) as [Buffer | string];
			const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(String(line)) ?? [String(line)];
			const answer = await fetch(`${address}health`);
			const health = v.parse(healthSchema, await answer.json());
			expect([answer.status, health.release]).toEqual([200, id]);
			expect(await (await fetch(address)).text()).toContain('packed page');
		} finally {
			child.kill('SIGKILL');
		}
	});

	it('takes the PIN on the device', async () => {
		const child = start('pin');
		child.stdin.end('135790\n');
		const [code] = await once(child, 'exit');
		expect(code).toBe(0);
		const config = JSON.parse(await readFile(join(device, 'etc/kiosk/kiosk.json'), 'utf8'));
		expect(config).toMatchObject({ screen: 'DP-1', publicKey: key });
		expect(isPinHash(config.pin)).toBe(true);
	});

	it('may be installed again, and leaves kiosk.json and what is shown', async () => {
		const config = join(device, 'etc/kiosk/kiosk.json');
		await writeFile(config, '{"screen": "mine"}\n');
		await writeFile(join(device, 'usr/lib/kiosk/browser'), 'old');
		install('--screen', 'HDMI-A-1');
		expect(await readFile(config, 'utf8')).toBe('{"screen": "mine"}\n');
		expect(await readFile(join(device, 'usr/lib/kiosk/browser'), 'utf8')).toContain('--kiosk');
		expect(await readdir(join(device, 'var/lib/kiosk/releases'))).toEqual([id]);
	});

	it('the key that signs never goes into it', async () => {
		const options = { checkout, folder: join(from, 'no'), release: join(from, 'r1') };
		const made = pack({ ...options, key: join(from, 'private.pem') });
		await expect(made).rejects.toThrow('is not a public key');
		const nothing = pack({ ...options, release: from, key: join(from, 'public.pem') });
		await expect(nothing).rejects.toThrow('has no release.json of a release');
	});

	it('a release that is not whole is refused', async () => {
		const text = await readFile(join(from, 'r1/release.json'), 'utf8');
		const other = await contentFolder({ 'release.json': text, 'public.pem': key });
		const paths = { folder: join(other, 'out'), release: other, key: join(other, 'public.pem') };
		await expect(pack({ checkout, ...paths })).rejects.toThrow(/has no whole /);
		expect(await readdir(join(other, 'out'))).toEqual([]);
	});

	it('its script is one without mistakes, and refuses what it does not know', () => {
		const { status, stderr } = spawnSync('/bin/sh', ['-n'], { input: installScript });
		expect([status, stderr.toString()]).toEqual([0, '']);
		expect(spawnSync('/bin/sh', [join(box, 'install.sh'), '--frefix', 'x']).status).toBe(2);
	});
});
