import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { HealthPush } from '../../../src/kiosk/server/push.ts';
import type { Health } from '../../../src/kiosk/server/health.ts';
import { FakeClock, stage } from './kiosk.ts';

const minute = 60_000;
const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** An address that answers so; without an answer it is silent. */
async function address(status?: number) {
	const heard: { method?: string; text: string }[] = [];
	const server = createServer((request, response) => {
		let text = '';
		request.on('data', (data: Buffer) => (text += data.toString()));
		request.on('end', () => {
			heard.push({ method: request.method, text });
			if (status) response.writeHead(status, { location: '/elsewhere' }).end('{}');
		});
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	closing.push(() => {
		server.close();
		server.closeAllConnections();
	});
	const { port } = server.address() as AddressInfo;
	return { heard, port, url: `http://127.0.0.1:${port}/health?key=secret` };
}

function pushing(url: string | undefined) {
	const said: string[] = [];
	const clock = new FakeClock();
	const push = new HealthPush({
		...{ url, clock, random: () => 0.5 },
		health: async () => ({ v: 1 }) as Health,
		say: (sentence) => said.push(sentence),
	});
	return { push, clock, said };
}

describe('health is told', () => {
	it('every five minutes, and not at a start', async () => {
		const { url, heard } = await address(204);
		const { push, clock, said } = pushing(url);
		for (const pass of [0, 5, 2.5]) {
			expect(heard).toEqual([]);
			clock.pass(pass * minute);
			push.tick();
		}
		push.tick();
		await expect.poll(() => heard).toEqual([{ method: 'POST', text: '{"v":1}' }]);
		await expect
			.poll(() => {
				clock.pass(5 * minute);
				push.tick();
				return heard.length;
			})
			.toBeGreaterThan(1);
		expect(said).toEqual([]);
	});

	it('nowhere, where no address is given', async () => {
		const { heard } = await address(204);
		const { push, clock } = pushing(undefined);
		clock.pass(60 * minute);
		push.tick();
		await push.close();
		expect(heard).toEqual([]);
	});

	it('to nobody but the address, and a mistake is said once, without what may be secret', async () => {
		const { url, heard, port } = await address(302);
		const { push, clock, said } = pushing(url);
		for (let times = 1; times <= 3; times++) {
			clock.pass(10 * minute);
			await expect
				.poll(() => {
					push.tick();
					return heard.length;
				})
				.toBe(times);
		}
		await push.close();
		expect(said).toEqual([expect.stringContaining(`health cannot be told to 127.0.0.1:${port} (`)]);
		expect(said[0]).not.toContain('secret');
	});

	it('one at a time, and a silent address keeps nothing from ending', async () => {
		const { url, heard } = await address();
		const { push, clock, said } = pushing(url);
		for (let times = 0; times < 5; times++) {
			clock.pass(10 * minute);
			push.tick();
		}
		await expect.poll(() => heard.length).toBe(1);
		await push.close();
		expect([heard.length, said]).toEqual([1, []]);
	});
});

it('kioskd tells it where its kiosk.json says', async () => {
	const { url, heard } = await address(204);
	const one = await stage({ 'kiosk.json': JSON.stringify({ healthUrl: url }) });
	const kiosk = await one.open();
	await kiosk.tick();
	expect(heard).toEqual([]);
	one.clock.pass(11 * minute);
	await kiosk.tick();
	await expect.poll(() => heard.length).toBe(1);
	expect(JSON.parse(heard[0]!.text)).toMatchObject({ v: 1, release: 'desk' });
});
