import { join, relative } from 'node:path';
import { examine, hasErrors } from '../lib/server/content/examine.ts';
import { hashFile } from '../lib/server/content/hash.ts';
import { suggestion } from '../lib/server/content/nearest.ts';
import type { Content, PhotoRecord } from '../lib/server/content/record.ts';
import { intoVault, vaultOf } from '../lib/server/content/vault.ts';
import { writeWhole } from '../lib/server/content/write.ts';
import { forget } from '../lib/server/images/cache.ts';
import { canBeSealed, isSealed, sealed } from '../lib/server/images/seal.ts';
import { options } from '../vite/options.ts';
import { Refusal } from '../vite/refusal.ts';
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
	const chosen = choose(content, rest);
	const vault = vaultOf(content);
	let count = 0;
	for (const photo of chosen) {
		const file = join(content.root, photo.file);
		if (await isSealed(file, photo)) {
			console.log(`${photo.id} is sealed already`);
			continue;
		}
		const bytes = await sealed(file, photo, content.languages[0] ?? 'en');
		// First the original is safe, then the sealed one takes its place.
		const original = await intoVault(content.root, vault, photo.file);
		const open = await hashFile(file);
		await writeWhole(file, bytes);
		await forget(cache, open);
		count++;
		console.log(`${photo.id} is sealed; its original is ${relative(process.cwd(), original)}`);
	}
	if (count > 0) console.log('build the site anew: the addresses of these pictures change');
	return 0;
};

function choose({ photos }: Content, ids: readonly string[]): PhotoRecord[] {
	const covered = photos.filter(({ redact }) => redact.length > 0);
	const chosen = ids.length === 0 ? covered : ids.map((id) => known(photos, id));
	for (const { id, redact, file } of chosen) {
		if (redact.length === 0) {
			throw new Refusal(`"${id}" has nothing to cover`, 'write `redact:` into its entry first', 1);
		}
		if (!canBeSealed(file)) {
			throw new Refusal(`${file} cannot be written in its own format`, 'export it as JPEG', 1);
		}
	}
	if (chosen.length === 0)
		throw new Refusal('nothing is covered', 'name a photo that has `redact:`', 1);
	return chosen;
}

function known(photos: readonly PhotoRecord[], id: string): PhotoRecord {
	const photo = photos.find((one) => one.id === id);
	if (photo) return photo;
	const ids = photos.map((one) => one.id);
	throw new Refusal(`there is no photo "${id}"`, suggestion(id, ids), 1);
}
