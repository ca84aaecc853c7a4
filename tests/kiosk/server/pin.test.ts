import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashPin, isPinHash, isPinOf } from '../../../src/kiosk/server/pin.ts';
import type { Kioskd } from '../../../src/kiosk/server/main.ts';
import { post, stage } from './kiosk.ts';

const right = await hashPin('123456');

async function locked() {
	const one = await stage({ 'kiosk.json': JSON.stringify({ pin: right }) });
	const attempt = async (kiosk: Kioskd, pin: string) => {
		const { status, text } = await post(kiosk, '/kioskd/pin', { pin });
		return { status, ...JSON.parse(text) };
	};
	return { ...one, attempt };
}

describe('the hash', () => {
	it('is of one PIN only, salted, and tells nothing of it', async () => {
		expect(isPinHash(right)).toBe(true);
		expect(right).not.toContain('123456');
		expect(await hashPin('123456')).not.toBe(right);
		expect(await isPinOf('123456', right)).toBe(true);
		expect(await isPinOf('123457', right)).toBe(false);
		expect(await isPinOf('123456', 'scrypt$x$y')).toBe(false);
	});
});

describe('wrong PINs', () => {
	it('count down to a lock of five minutes, in which the right one is not listened to', async () => {
		const one = await locked();
		const kiosk = await one.open();
		for (const left of [4, 3, 2, 1]) {
			expect(await one.attempt(kiosk, '000000')).toEqual({ status: 403, wait: 0, left });
		}
		expect(await one.attempt(kiosk, 'no PIN')).toEqual({ status: 403, wait: 300, left: 0 });
		expect(await one.attempt(kiosk, '123456')).toMatchObject({ status: 403, wait: 300 });
		one.clock.pass(299_000);
		expect(await one.attempt(kiosk, '123456')).toMatchObject({ status: 403, wait: 1 });
		one.clock.pass(1_000);
		expect(await one.attempt(kiosk, '123456')).toMatchObject({ status: 200 });
	});

	it('lock for twice as long each time, over restarts and a clock that is set', async () => {
		const one = await locked();
		let kiosk = await one.open();
		const fail = async () => {
			let last: { wait: number } = { wait: 0 };
			for (let tries = 0; tries < 5; tries++) last = await one.attempt(kiosk, '000000');
			return last.wait;
		};
		expect(await fail()).toBe(300);
		one.clock.pass(100_000);
		await kiosk.close();
		// The plug is out for a day, and the clock begins anew: that is no time of waiting.
		one.clock.wall += 86_400_000;
		one.clock.running = 10;
		kiosk = await one.open();
		expect((await one.attempt(kiosk, '123456')).wait).toBe(200);
		one.clock.pass(200_000);
		expect(await fail()).toBe(600);
		one.clock.pass(600_000);
		expect(await fail()).toBe(1200);
	});

	it('are noted before they are looked at, also when many come at once', async () => {
		const one = await locked();
		const kiosk = await one.open();
		const pins = Array.from({ length: 12 }, (_, index) => `99999${index % 10}`);
		const answers = await Promise.all(pins.map((pin) => one.attempt(kiosk, pin)));
		expect(answers.filter(({ wait }) => wait === 300)).toHaveLength(8);
		const kept = JSON.parse(await readFile(join(one.folder, 'data/state/pin.json'), 'utf8'));
		expect(kept).toEqual({ wrong: 0, locks: 1, remainingMs: 300_000 });
	});

	it('are forgotten with the right one', async () => {
		const one = await locked();
		const kiosk = await one.open();
		for (let tries = 0; tries < 4; tries++) await one.attempt(kiosk, '000000');
		expect((await one.attempt(kiosk, '123456')).status).toBe(200);
		expect((await one.attempt(kiosk, '000000')).left).toBe(4);
	});

	it('a lock that passes is written down now and then, and nothing is without one', async () => {
		const one = await locked();
		const kiosk = await one.open();
		const kept = () => readFile(join(one.folder, 'data/state/pin.json'), 'utf8').catch(() => '');
		await kiosk.tick();
		expect(await kept()).toBe('');
		for (let tries = 0; tries < 5; tries++) await one.attempt(kiosk, '000000');
		one.clock.pass(31_000);
		await kiosk.tick();
		expect(JSON.parse(await kept()).remainingMs).toBe(269_000);
	});
});

describe('without a PIN that can be used', () => {
	it.each([{}, { pin: '123456' }, { pin: 'scrypt$broken' }])(
		'%o: no staff menu',
		async (device) => {
			const one = await stage({ 'kiosk.json': JSON.stringify(device) });
			const kiosk = await one.open();
			const { status, text } = await post(kiosk, '/kioskd/pin', { pin: '123456' });
			expect([status, JSON.parse(text)]).toEqual([403, { wait: 0, left: 0 }]);
			expect(one.said.join()).not.toContain('123456');
		},
	);
});
