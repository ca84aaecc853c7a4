import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { iconFiles } from '../lib/server/images/icons.ts';
import type { Command } from './command.ts';

/** `npm run icons`: makes the PNG icons of static/icon.svg, after that was changed. */
export const run: Command = async (_args, checkout) => {
	const folder = join(checkout, 'static');
	const files = await iconFiles(await readFile(join(folder, 'icon.svg')));
	for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
	return 0;
};
