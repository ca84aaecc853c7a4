import { resolve } from 'node:path';
import { privateKeyOf, privateName } from '../kiosk/release/keys.ts';
import { makeRelease } from '../kiosk/release/make.ts';
import { options } from '../vite/options.ts';
import { Refusal } from '../vite/refusal.ts';
import type { Command } from './command.ts';
import { plural } from './print.ts';

const flags = { key: { type: 'string' }, previous: { type: 'string' } } as const;

/** `npm run kiosk:release -- FOLDER [--key FILE] [--out BUILD] [--previous FOLDER]`: what a kiosk installs. */
export const run: Command = async (args, checkout) => {
	const { rest, out, flags: given } = options(args, process.env, checkout, flags, 1);
	const [named] = rest;
	if (named === undefined) {
		throw new Refusal('no folder is named', 'write kiosk:release -- FOLDER', 2);
	}
	const here = (path: string) => resolve(process.env.INIT_CWD ?? process.cwd(), path);
	const folder = here(named);
	const { key = privateName, previous } = given as { key?: string; previous?: string };
	const { release, withdrawn } = await makeRelease({
		build: out,
		folder,
		key: await privateKeyOf(here(key)),
		previous: previous === undefined ? undefined : here(previous),
		now: new Date().toISOString(),
	});
	const { id, photos, files } = release;
	const { ids, ended = [] } = withdrawn;
	const gone = [
		...(ids.length > 0 ? [`; ${ids.length} withdrawn`] : []),
		...(ended.length > 0 ? [`; ${ended.length} without consent for a kiosk`] : []),
	].join('');
	const held = `${plural(photos.length, 'photo')} in ${plural(files.length, 'file')}`;
	console.log(`release ${id} is in ${folder}: ${held}${gone}`);
	return 0;
};
