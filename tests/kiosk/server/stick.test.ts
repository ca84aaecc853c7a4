import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nameOf } from '../../../src/kiosk/server/report.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { keys, kioskRelease } from '../../support/kiosk-release.ts';
import { ask, listen, post, stage } from './kiosk.ts';

it('a stick is given health and counts, let go, and whoever brought it is told', async () => {
	const publicKey = String(keys.publicKey.export({ type: 'spki', format: 'pem' }));
	const { open, clock, programs } = await stage({ 'kiosk.json': JSON.stringify({ publicKey }) });
	const sticks = await temporaryFolder();
	const kiosk = await open({ site: undefined, sticks });
	const page = await listen(kiosk, 'main');
	const visit = { language: 'tg', galleries: [], photos: [], qrShown: 0, seconds: 30 };
	for (let visitor = 0; visitor < 5; visitor++) await post(kiosk, '/kioskd/visit', visit);
	await post(kiosk, '/kioskd/visit', { ...visit, language: 'ru' });
	const stick = async () => JSON.parse((await ask(kiosk, '/kioskd/setup')).text).stick;
	expect(await stick()).toBeUndefined();
	await kioskRelease({ photos: ['tea'] }, join(sticks, 'sda1'));
	clock.pass(6000);
	await kiosk.tick();
	await expect.poll(stick).toBe('read');
	expect(programs).toEqual(['systemctl stop kiosk-stick@sda1.service']);
	const own = join(sticks, 'sda1', await nameOf());
	expect(JSON.parse(await readFile(join(own, 'health.json'), 'utf8'))).toMatchObject({ v: 1 });
	const counts = await readFile(join(own, 'counts.csv'), 'utf8');
	expect(counts).toContain('languages,tg,5');
	expect(counts).not.toContain('ru');
	expect(await readdir(own)).toEqual(['counts.csv', 'health.json']);
	await kiosk.tick();
	await expect.poll(() => page.orders).toContainEqual({ order: 'stick', stick: 'read' });
	page.close();
});

it('devices of one name have folders of their own', async () => {
	const one = await nameOf('hall 1.museum', '/dev/null');
	expect(one).toBe('kiosk-hall-1-museum');
	expect(await nameOf('hall', new URL(import.meta.url).pathname)).toMatch(
		/^kiosk-hall-[0-9a-f]{6}$/,
	);
});
