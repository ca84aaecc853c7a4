import { resolve } from 'node:path';
import { askPin, writePin } from '../kiosk/install/set-pin.ts';
import { options } from '../vite/options.ts';
import type { Command } from './command.ts';

/** `npm run kiosk:pin`: asks for staff's PIN, and prints its hash or writes it into `--config FILE`. */
export const run: Command = async (args, checkout) => {
	const { flags } = options(args, process.env, checkout, { config: { type: 'string' } });
	const say = (text: string) => void process.stderr.write(text);
	const hash = await askPin({ input: process.stdin, say });
	if (typeof flags.config !== 'string') {
		console.log(`"pin": "${hash}"`);
		return 0;
	}
	const file = resolve(process.env.INIT_CWD ?? process.cwd(), flags.config);
	await writePin(file, hash);
	console.log(`${file} has the hash of the new PIN; it holds once kioskd is started anew`);
	return 0;
};
