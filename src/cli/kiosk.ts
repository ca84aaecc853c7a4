import { join, resolve } from 'node:path';
import { openDesk } from '../kiosk/server/desk.ts';
import { options } from '../vite/options.ts';
import { placesOf } from '../vite/places.ts';
import type { Command } from './command.ts';

const flags = {
	data: { type: 'string' },
	config: { type: 'string' },
	window: { type: 'boolean' },
} as const;

/** `npm run kiosk`: shows what was built as a kiosk would, on this computer. */
export const run: Command = async (args, checkout) => {
	const given = await placesOf(options(args, process.env, checkout, flags));
	const here = process.env.INIT_CWD ?? process.cwd();
	const path = (flag: 'data' | 'config', standard: string) =>
		resolve(here, (given.flags[flag] as string | undefined) ?? standard);
	const data = path('data', join(given.exhibition, '.exhibition', 'kiosk'));
	const { address, isShown, exited, close } = await openDesk({
		site: given.out,
		data,
		config: path('config', join(data, 'kiosk.json')),
		port: given.port,
		isWindow: given.flags.window === true,
		env: process.env,
		say: (sentence) => console.error(sentence),
	});
	console.log(`The kiosk is at ${address} (Ctrl-C ends it)`);
	if (!isShown) {
		console.log(
			'There is no Chromium on the PATH: open the address, or name a browser with CHROME',
		);
	}
	await Promise.race([exited, interrupted()]);
	await close();
	return 0;
};

function interrupted(): Promise<void> {
	return new Promise((done) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
	});
}
