import { join, relative, resolve } from 'node:path';
import { makeKeys, privateName, publicName } from '../kiosk/release/keys.ts';
import { options } from '../vite/options.ts';
import { Refusal } from '../vite/refusal.ts';
import type { Command } from './command.ts';

/** `npm run kiosk:keys -- DIR`: makes the two keys by which a kiosk knows what comes from us. */
export const run: Command = async (args, checkout) => {
	const { rest } = options(args, process.env, checkout, {}, 1);
	const [named] = rest;
	if (named === undefined) {
		throw new Refusal('no folder is named', 'write kiosk:keys -- DIR', 2);
	}
	const folder = resolve(process.env.INIT_CWD ?? process.cwd(), named);
	// Whoever gets the project would get the key with it.
	if (!relative(checkout, folder).startsWith('..')) {
		throw new Refusal(`${folder} lies in the project`, 'name a folder outside of it', 2);
	}
	await makeKeys(folder);
	console.log(
		[
			`${join(folder, privateName)} signs releases. Who publishes the exhibition keeps it, and a copy in a safe place; nobody else may have it, and it never goes to a kiosk, a stick or a repository.`,
			`${join(folder, publicName)} tells a kiosk what was signed with it. Every kiosk gets it, and anybody may read it.`,
			'If the private one is lost or was seen by others, make new keys and bring the public one to every kiosk by hand.',
		].join('\n'),
	);
	return 0;
};
