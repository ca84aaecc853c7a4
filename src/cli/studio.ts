import { spawn } from 'node:child_process';
import { exists } from '../lib/server/content/exists.ts';
import { builtApp } from '../studio/server/app-build.ts';
import { studio } from '../studio/server/main.ts';
import { options } from '../vite/options.ts';
import { placesOf } from '../vite/places.ts';
import type { Command } from './command.ts';

/** `npm run studio [-- --exhibition DIR] [--port N] [--no-open]`: the curator's desk, in the browser. */
export const run: Command = async (args, checkout) => {
	const flags = { 'no-open': { type: 'boolean' } } as const;
	const given = options(args, process.env, checkout, flags);
	const { exhibition, port } = await placesOf(given);
	const site = await builtApp(checkout);
	const { address, close } = await studio({
		...{ checkout, site, port },
		exhibition: (await exists(exhibition)) ? exhibition : undefined,
		say: (sentence) => console.error(sentence),
	});
	console.log(`The studio is at ${address} (Ctrl-C ends it)`);
	if (!given.flags['no-open']) open(address);
	await new Promise<void>((done) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
	});
	await close();
	return 0;
};

const openers: Partial<Record<NodeJS.Platform, string[]>> = {
	darwin: ['open'],
	win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Where no browser can be opened, the address stands there to be opened by hand. */
function open(address: string): void {
	const [program = '', ...args] = openers[process.platform] ?? ['xdg-open'];
	const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
	child.once('error', () => undefined);
	child.unref();
}
