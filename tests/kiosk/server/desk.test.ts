import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { foundBrowser } from '../../../src/kiosk/server/desk-browser.ts';
import { openDesk, type Desk } from '../../../src/kiosk/server/desk.ts';
import { browserOf, processes, pssOf } from '../../../src/kiosk/server/processes.ts';
import { isPinHash } from '../../../src/kiosk/server/pin.ts';
import { run } from '../../support/command.ts';
import { contentFolder, fill, temporaryFolder } from '../../support/folder.ts';
import { ask, build } from './kiosk.ts';

/** A browser that notes that it was started, and stays. */
const stays = '#!/bin/sh\necho "$@" >> "$(dirname "$0")/started"\nexec sleep 60\n';

async function desk(change: Partial<Desk> = {}): Promise<Desk & { folder: string }> {
	const folder = await contentFolder(build);
	await writeFile(join(folder, 'browser'), stays, { mode: 0o755 });
	return {
		...{ folder, site: join(folder, 'site'), data: join(folder, 'data') },
		...{ config: join(folder, 'kiosk.json'), port: 0, isWindow: false },
		env: { CHROME: join(folder, 'browser') },
		say: () => undefined,
		...change,
	};
}

const started = async (folder: string) => {
	const text = await readFile(join(folder, 'started'), 'utf8').catch(() => '');
	return text.split('\n').filter(Boolean);
};

describe('a kiosk on a desk', () => {
	it('needs a build for kiosks', async () => {
		const site = await contentFolder({ 'index.html': 'a build for the web' });
		const opened = openDesk(await desk({ site }));
		await expect(opened).rejects.toMatchObject({
			message: `there is no build for a kiosk in ${site}`,
			remedy: 'run `npm run build -- --kiosk` first',
		});
	});

	it.skipIf(process.platform === 'win32')(
		'shows it in a browser of its own, which is back whenever it ends',
		async () => {
			const given = await desk();
			const open = await openDesk(given);
			const { folder } = given;
			await vi.waitFor(async () => expect(await started(folder)).toHaveLength(1));
			const profile = join(folder, 'data', 'profile-main');
			expect((await started(folder))[0]).toContain(`--user-data-dir=${profile}`);
			const port = Number(new URL(open.address).port);
			expect((await ask({ port }, '/kiosk/')).text).toBe('kiosk');
			const find = async () => {
				const all = await processes();
				return all
					.filter(({ args, parent }) => parent === process.pid && args[0] === 'sleep')
					.map(({ pid }) => pid);
			};
			for (const pid of await find()) process.kill(pid, 'SIGKILL');
			await vi.waitFor(async () => expect(await started(folder)).toHaveLength(2), 5000);
			await open.close();
			await vi.waitFor(async () => expect(await find()).toEqual([]));
		},
	);

	it('finds a browser by its name on the PATH', async () => {
		const folder = await contentFolder({ 'chromium-browser': '' });
		expect(foundBrowser({ PATH: `/nowhere:${folder}` })).toBe(join(folder, 'chromium-browser'));
		expect(foundBrowser({ PATH: folder, CHROME: '/mine' })).toBe('/mine');
		expect(foundBrowser({ PATH: '/nowhere' })).toBeUndefined();
	});
});

describe('what a browser uses', () => {
	it('is summed over all that it started, and nothing else', async () => {
		const proc = await temporaryFolder();
		const one = (pid: number, parent: number, args: string[], pss: number) =>
			fill(proc, {
				[`${pid}/stat`]: `${pid} (a) b) S ${parent} 1`,
				[`${pid}/cmdline`]: args.join('\0'),
				[`${pid}/smaps_rollup`]: `Rss: 9 kB\nPss:   ${pss * 1024} kB\nPss_Dirty: 1 kB\n`,
			});
		await one(10, 1, ['chromium', '--user-data-dir=/p/profile-main', '--kiosk'], 100);
		await one(11, 10, ['chromium', '--type=zygote'], 20);
		await one(12, 11, ['chromium', '--type=renderer'], 300);
		await one(13, 1, ['chromium', '--user-data-dir=/p/profile-main2'], 4000);
		await mkdir(join(proc, 'self'));
		const family = browserOf(await processes(proc), '/p/profile-main');
		expect(family.map(({ pid }) => pid)).toEqual([10, 11, 12]);
		expect(await pssOf(family, proc)).toBe(420);
		expect(await pssOf([], proc)).toBeUndefined();
		expect(await processes('/nowhere')).toEqual([]);
	});
});

describe('npm run', () => {
	it('kiosk:pin writes the hash, and leaves the rest of the file', async () => {
		const folder = await contentFolder({ 'kiosk.json': '{"screen": "main"}' });
		const config = join(folder, 'kiosk.json');
		const { code, stdout } = await run(['kiosk:pin', '--config', config], {}, '246802\n246802\n');
		expect(code).toBe(0);
		const { screen, pin } = JSON.parse(await readFile(config, 'utf8'));
		expect([screen, isPinHash(pin)]).toEqual(['main', true]);
		expect(stdout).not.toContain('246802');
	});

	it.each([
		['12345\n', 'a PIN has six digits'],
		['123456\n123457\n', 'the two differ'],
	])('kiosk:pin refuses %j', async (input, sentence) => {
		const { code, stderr } = await run(['kiosk:pin'], {}, input);
		expect(code).toBe(2);
		expect(stderr).toContain(sentence);
	});

	it('kiosk, kiosk:install and kiosk:pack say what is missing', async () => {
		const out = await contentFolder({ 'index.html': '' });
		const kiosk = await run(['kiosk', '--out', out]);
		expect([kiosk.code, kiosk.stderr]).toEqual([
			1,
			expect.stringContaining('run `npm run build -- --kiosk` first'),
		]);
		expect(await run(['kiosk:install'])).toMatchObject({ code: 2 });
		expect((await run(['kiosk:pack', out])).stderr).toContain('no release is named');
	});

	it('kiosk:install lays a whole device below a folder', async () => {
		const folder = await temporaryFolder();
		const { code, stdout } = await run(['kiosk:install', '--prefix', folder]);
		expect(code).toBe(0);
		expect(stdout).toContain('/etc/systemd/system/kioskd.service');
		expect(await readFile(join(folder, 'usr/lib/kiosk/kioskd.mjs'), 'utf8')).toContain('kioskd');
	}, 60_000);
});
