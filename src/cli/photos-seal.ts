import { relative } from 'node:path';
import { examine, hasErrors } from '../lib/server/content/examine.ts';
import { options } from '../vite/options.ts';
import { Refusal } from '../vite/refusal.ts';
import { seal, toBeSealed } from '../vite/seal.ts';
import type { Command } from './command.ts';

/**
 * `npm run photos:seal -- ID…`: what `redact` covers is burnt into the files of the content folder, and
 * the originals go into the vault. Without an id, every photo that has a `redact`.
 */
export const run: Command = async (args, checkout) => {
	const { exhibition, asOf, channel, cache, rest } = options(
		args,
		process.env,
		checkout,
		{},
		Infinity,
	);
	const { content, problems } = await examine(exhibition, asOf, channel, cache);
	// What could not be read may say where the vault is, and what else is to be covered.
	if (hasErrors(problems))
		throw new Refusal('the exhibition has errors', 'mend what `npm run photos:check` tells', 1);
	let count = 0;
	for (const photo of toBeSealed(content, rest)) {
		const original = await seal(content, cache, photo);
		if (original === undefined) {
			console.log(`${photo.id} is sealed already`);
			continue;
		}
		count++;
		console.log(`${photo.id} is sealed; its original is ${relative(process.cwd(), original)}`);
	}
	if (count > 0) console.log('build the site anew: the addresses of these pictures change');
	return 0;
};
