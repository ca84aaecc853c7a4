import { spawn } from 'node:child_process';
import { setFlagsFromString } from 'node:v8';
import { exists } from '../lib/server/content/exists.ts';
import { builtApp } from '../studio/server/app-build.ts';
import type { Desk } from '../studio/files/desk.ts';
import { deniedBy } from '../studio/server/denied.ts';
import { options } from '../vite/options.ts';
import { placesOf } from '../vite/places.ts';
import { Refusal } from '../vite/refusal.ts';
import type { Command } from './command.ts';

// A curator waits for what is read: the heap may grow as it likes.
setFlagsFromString('--heap-growing-percent=0');

/** `npm run studio [-- --exhibition DIR] [--port N] [--no-open]`: the curator's desk, in the browser. */
export const run: Command = async (args, checkout) => {
	const flags = { 'no-open': { type: 'boolean' } } as const;
	const given = options(args, process.env, checkout, flags);
	const { exhibition, cache, port } = await placesOf(given);
	// An exhibition that is opened later has its own.
	const ownCache = given.flags.cache || process.env.CACHE ? cache : undefined;
	const isThere = await exists(exhibition);
	const site = await builtApp(checkout);
	const desk = isThere ? begun(exhibition, ownCache) : undefined;
	const begin = async () => {
		const { studio } = await import('../studio/server/main.ts');
		return studio({
			...{ given, site, port, cache: ownCache, desk },
			exhibition: isThere ? exhibition : undefined,
			say: (sentence) => console.error(sentence),
		});
	};
	const { address, close } = await begin().catch((error: unknown) => refuse(error, desk));
	console.log(`The studio is at ${address} (Ctrl-C ends it)`);
	if (!given.flags['no-open']) open(address);
	await new Promise<void>((done) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
	});
	await close();
	return 0;
};

/** The exhibition is read while the rest of the studio is loaded. */
function begun(folder: string, cache: string | undefined): Promise<Desk> {
	const desk = import('../studio/files/desk.ts').then(({ Desk }) => Desk.open(folder, { cache }));
	// Whoever asks next is told what is wrong.
	desk.then((one) => one.view()).catch(() => undefined);
	return desk;
}

/** As any command says it; the folder's lock is given back. */
async function refuse(error: unknown, desk: Promise<Desk> | undefined): Promise<never> {
	await desk?.then((one) => one.close()).catch(() => undefined);
	const denied = deniedBy(error);
	throw denied ? new Refusal(denied.message.replace(/\.$/, ''), denied.remedy, 1) : error;
}

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
