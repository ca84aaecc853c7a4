import { fulfilHere } from '../lib/server/images/fulfil.ts';
import type { Order } from '../lib/server/images/pictures.ts';
import type { Report } from '../vite/apart.ts';
import type { Command } from './command.ts';

/** The process that `build` starts to make pictures (`vite/apart.ts`); nobody types it. */
export const run: Command = () => {
	process.once('disconnect', () => process.exit());
	return new Promise((done) => {
		process.once('message', ({ cache, orders }: { cache: string; orders: Order[] }) => {
			void fulfil(cache, orders).then(done);
		});
	});
};

async function fulfil(cache: string, orders: readonly Order[]): Promise<number> {
	const said: Promise<void>[] = [];
	const say = (report: Report) => {
		const sent = (done: () => void) => process.send?.(report, undefined, undefined, done);
		said.push(new Promise<void>((done) => sent(done)));
	};
	try {
		await fulfilHere(
			cache,
			orders,
			(ended, outcome) => {
				const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
				say({ ended, outcome, megabytes });
			},
			(begun) => say({ begun }),
		);
	} catch (error) {
		const { message, code, path } = error as NodeJS.ErrnoException;
		say({ refused: { message, code, path } });
	}
	await Promise.all(said);
	process.disconnect();
	return 0;
}
