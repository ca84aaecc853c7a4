import { join } from 'node:path';
import { hashFile } from '../lib/server/content/hash.ts';
import { suggestion } from '../lib/server/content/nearest.ts';
import type { Content, PhotoRecord } from '../lib/server/content/record.ts';
import { intoVault, vaultOf } from '../lib/server/content/vault.ts';
import { writeWhole } from '../lib/server/content/write.ts';
import { forget } from '../lib/server/images/cache.ts';
import { canBeSealed, isSealed, sealed } from '../lib/server/images/seal.ts';
import { Refusal } from './refusal.ts';

/**
 * The photos of these ids, or without any, every photo that has a `redact`.
 *
 * @throws {Refusal} where one cannot be sealed
 */
export function toBeSealed({ photos }: Content, ids: readonly string[]): PhotoRecord[] {
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

/**
 * Burns what is covered into the file of a photo; its original goes into the vault.
 *
 * @returns where that lies, or undefined where the photo is sealed already
 */
export async function seal(
	content: Content,
	cache: string,
	photo: PhotoRecord,
): Promise<string | undefined> {
	const file = join(content.root, photo.file);
	if (await isSealed(file, photo)) return undefined;
	const bytes = await sealed(file, photo, content.languages[0] ?? 'en');
	// First the original is safe, then the sealed one takes its place.
	const original = await intoVault(content.root, vaultOf(content), photo.file);
	const open = await hashFile(file);
	await writeWhole(file, bytes);
	await forget(cache, open);
	return original;
}

function known(photos: readonly PhotoRecord[], id: string): PhotoRecord {
	const photo = photos.find((one) => one.id === id);
	if (photo) return photo;
	const ids = photos.map((one) => one.id);
	throw new Refusal(`there is no photo "${id}"`, suggestion(id, ids), 1);
}
