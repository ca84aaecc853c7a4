import { resolve } from 'node:path';
import { layDevice } from '../kiosk/pack/device.ts';
import { options } from '../vite/options.ts';
import { Refusal } from '../vite/refusal.ts';
import type { Command } from './command.ts';
import { plural } from './print.ts';

/** `npm run kiosk:install -- --prefix DIR`: writes kioskd and its start files below a device's root. */
export const run: Command = async (args, checkout) => {
	const { flags } = options(args, process.env, checkout, { prefix: { type: 'string' } });
	if (typeof flags.prefix !== 'string') {
		const remedy = 'write --prefix / for this computer, or a folder to look at it first';
		throw new Refusal('no place is named', remedy, 2);
	}
	const prefix = resolve(process.env.INIT_CWD ?? process.cwd(), flags.prefix);
	const done = await layDevice(checkout, prefix);
	const written = done.filter(({ did }) => did === 'written');
	for (const { path } of written) console.log(path);
	for (const { path, did } of done)
		if (did === 'kept') console.log(`${path} stays as you wrote it`);
	console.log(`${plural(written.length, 'file')} written below ${prefix}`);
	return 0;
};
