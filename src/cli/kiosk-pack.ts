import { resolve } from 'node:path';
import { pack } from '../kiosk/pack/pack.ts';
import { options } from '../vite/options.ts';
import { Refusal } from '../vite/refusal.ts';
import type { Command } from './command.ts';

const flags = { release: { type: 'string' }, key: { type: 'string' } } as const;

/** `npm run kiosk:pack -- FOLDER --release DIR --key FILE`: one archive that installs without network. */
export const run: Command = async (args, checkout) => {
	const given = options(args, process.env, checkout, flags, 1);
	const here = process.env.INIT_CWD ?? process.cwd();
	const path = (value: unknown, message: string, remedy: string) => {
		if (typeof value !== 'string') throw new Refusal(message, remedy, 2);
		return resolve(here, value);
	};
	const archive = await pack({
		checkout,
		folder: path(given.rest[0], 'no folder is named', 'npm run kiosk:pack -- FOLDER …'),
		release: path(given.flags.release, 'no release is named', 'write --release FOLDER'),
		key: path(given.flags.key, 'no public key is named', 'write --key public.pem'),
	});
	console.log(`${archive}: unpack it on the device, and run ./install.sh there as root`);
	return 0;
};
