import { join } from 'node:path';
import { exists } from '../lib/server/content/exists.ts';
import { lock } from '../vite/lock.ts';
import { options, type Options } from '../vite/options.ts';
import { placesOf } from '../vite/places.ts';
import { Refusal } from '../vite/refusal.ts';
import { serve } from '../vite/serve.ts';
import { finishSwap } from '../vite/swap.ts';
import type { Command } from './command.ts';

/** Serves the site that was built. */
export const run: Command = async (args, checkout) => {
	return serveAndTell(options(args, process.env, checkout));
};

/** Serves OUT until it is told to stop. */
export async function serveAndTell(options: Options): Promise<number> {
	const { out, port } = await placesOf(options);
	await mend(out);
	if (!(await exists(join(out, 'index.html')))) {
		throw new Refusal(`there is no site in ${out}`, 'run `npm run build` first', 1);
	}
	const { address, close } = await serve(out, port);
	console.log(`The exhibition is at ${address} (Ctrl-C ends it)`);
	await new Promise<void>((done) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
	});
	await close();
	return 0;
}

/** Ends an interrupted swap, unless a build is at it. */
async function mend(out: string): Promise<void> {
	const held = await lock(out);
	if (!held) return;
	await finishSwap(out).finally(() => held.release());
}
