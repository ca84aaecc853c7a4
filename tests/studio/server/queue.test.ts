import { expect, it } from 'vitest';
import { Queue } from '../../../src/studio/server/darkroom/queue.ts';

function slow() {
	const order: string[] = [];
	let open = () => {};
	const gate = new Promise<void>((done) => (open = done));
	const work = (name: string) => async () => {
		order.push(name);
		await gate;
		return name;
	};
	return { order, work, open: () => open() };
}

it('does first what was asked for last, and once what was asked for twice', async () => {
	const { order, work, open } = slow();
	const queue = new Queue([1]);
	const asked = ['a', 'b', 'c', 'd', 'b'].map((name) => queue.ask(name, work(name)));
	open();
	expect(await Promise.all(asked)).toEqual(['a', 'b', 'c', 'd', 'b']);
	expect(order).toEqual(['a', 'b', 'd', 'c']);
});

it('gives up what has waited longest, and goes on after a failure', async () => {
	const { order, work, open } = slow();
	const queue = new Queue([1], 2);
	const asked = ['a', 'b', 'c', 'd'].map((name) => queue.ask(name, work(name)));
	const failing = queue.ask('e', () => Promise.reject(new Error('no')));
	const results = Promise.allSettled([...asked, failing]);
	open();
	expect((await results).map(({ status }) => status)).toEqual([
		...['fulfilled', 'rejected', 'rejected', 'fulfilled', 'rejected'],
	]);
	expect(order).toEqual(['a', 'd']);
});
