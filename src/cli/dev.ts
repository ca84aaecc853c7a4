import { createServer } from 'vite';
import { LiveExhibition } from '../vite/live.ts';
import { livePlugin } from '../vite/live-plugin.ts';
import { options } from '../vite/options.ts';
import type { Command } from './command.ts';
import { printProblems, summary } from './print.ts';

/** The site while it is edited. */
export const run: Command = async (args, checkout) => {
	const chosen = options(args, process.env, checkout, { kiosk: { type: 'boolean' } });
	const { exhibition, port } = chosen;
	const live = new LiveExhibition(chosen, (problems) => {
		printProblems(problems, exhibition);
		console.error(summary(problems));
	});
	const server = await createServer({
		root: checkout,
		server: { port, strictPort: port !== undefined },
		plugins: [livePlugin(live, exhibition)],
	});
	await server.listen();
	console.log(`The exhibition is at ${server.resolvedUrls?.local[0]} (Ctrl-C ends it)`);
	// While the browser opens; what is wrong is told again by the first page.
	void live.published().catch(() => undefined);
	await new Promise<void>((done) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
	});
	await server.close();
	return 0;
};
