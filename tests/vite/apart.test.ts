import { describe, expect, it } from 'vitest';
import type { Order } from '../../src/lib/server/images/pictures.ts';
import { workshop } from '../../src/vite/apart.ts';
import { contentFolder } from '../support/folder.ts';

/** Stands in for the process that makes pictures: what it does with an order, the file's name says. */
const program = `
process.once('message', async ({ orders }) => {
	const say = (report) => new Promise((done) => process.send(report, done));
	for (const [index, { file }] of orders.entries()) {
		await say({ begun: index });
		if (file === 'crash') process.kill(process.pid, 'SIGKILL');
		if (file === 'full') {
			await say({ refused: { message: 'no space', code: 'ENOSPC', path: '/cache' } });
			break;
		}
		const outcome = file === 'bad' ? { reason: 'is damaged' } : { colour: '#000000', bytes: { [file]: 1 } };
		await say({ ended: index, outcome, megabytes: 100 + index });
	}
	process.disconnect();
});
`;

const fulfil = async (...files: string[]) => {
	const checkout = await contentFolder({ 'src/cli/run.js': program });
	const shop = workshop(checkout);
	const told: string[] = [];
	const orders = files.map((file) => ({ file, megapixels: 2 }) as Order);
	const outcomes = await shop.fulfil('/cache', orders, (done, megapixels) =>
		told.push(`${done} of ${files.length}, ${megapixels}`),
	);
	return { outcomes, told, megabytes: shop.megabytes() };
};
const made = (file: string) => ({ colour: '#000000', bytes: { [file]: 1 } });

describe('pictures in a process of their own', () => {
	it('come back in the order in which they were asked for, and tell how far they are', async () => {
		const { outcomes, told, megabytes } = await fulfil('a', 'bad', 'c');
		expect(outcomes).toEqual([made('a'), { reason: 'is damaged' }, made('c')]);
		expect(told).toEqual(['1 of 3, 2', '2 of 3, 4', '3 of 3, 6']);
		expect(megabytes).toBe(102);
	});

	it('go on without the one that makes the process crash, wherever it stands', async () => {
		for (const files of [['crash'], ['a', 'crash', 'c'], ['crash', 'b', 'crash', 'd']]) {
			const { outcomes } = await fulfil(...files);
			const expected = files.map((file) =>
				file === 'crash' ? { reason: expect.stringContaining('ends the program') } : made(file),
			);
			expect(outcomes).toEqual(expected);
		}
	});

	it('end with what the system refused, such as a full disk', async () => {
		await expect(fulfil('a', 'full', 'c')).rejects.toMatchObject({
			code: 'ENOSPC',
			path: '/cache',
		});
	});
});
