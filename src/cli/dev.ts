import { createServer, type ViteDevServer } from 'vite';
import { LiveExhibition, ownFiles } from '../vite/live.ts';
import { livePlugin } from '../vite/live-plugin.ts';
import { options, type Options } from '../vite/options.ts';
import { placesOf } from '../vite/places.ts';
import { Refusal } from '../vite/refusal.ts';
import { beside } from '../vite/swap.ts';
import type { Command } from './command.ts';
import { explained, printProblems, summary } from './print.ts';

/** The site while it is edited. */
export const run: Command = async (args, checkout) => {
	const given = options(args, process.env, checkout, { kiosk: { type: 'boolean' } });
	const chosen = await placesOf(given);
	const { exhibition } = chosen;
	const live = new LiveExhibition(
		chosen,
		(problems) => {
			printProblems(problems, exhibition);
			console.error(summary(problems));
		},
		(error) => console.error(explained(error) ?? error),
	);
	const server = await serve(chosen, live);
	console.log(`The exhibition is at ${server.resolvedUrls?.local[0]} (Ctrl-C ends it)`);
	// While the browser opens; what is wrong is told again by the first page.
	void live.published().catch(() => undefined);
	await new Promise<void>((done) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
	});
	await server.close();
	return 0;
};

async function serve(chosen: Options, live: LiveExhibition): Promise<ViteDevServer> {
	const { checkout, exhibition, out, cache, port } = chosen;
	const sentence = (error: unknown) => explained(error) ?? String(error);
	process.env.NIGOH_CHANNEL = chosen.channel;
	const { staging, old } = beside(out);
	const made = [ownFiles(exhibition), out, staging, old, cache].map((path) => `${path}/**`);
	const server = await createServer({
		root: checkout,
		server: { port, strictPort: port !== undefined, watch: { ignored: made } },
		plugins: [livePlugin(live, exhibition, sentence)],
	});
	try {
		return await server.listen();
	} catch (error) {
		await server.close();
		// Vite gives its own words for a port that is taken, without the system's code.
		if (!/in use/.test(String(error))) throw error;
		throw new Refusal(
			`port ${port} is in use by another program`,
			'choose another with --port N',
			1,
		);
	}
}
