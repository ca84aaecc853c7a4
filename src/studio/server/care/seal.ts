import { examine, hasErrors } from '../../../lib/server/content/examine.ts';
import { today } from '../../../lib/server/content/day.ts';
import { seal, toBeSealed } from '../../../vite/seal.ts';
import type { Outcome } from '../../contract/operations.ts';
import { Denied } from '../denied.ts';
import type { Room } from '../place.ts';

const final = 'What was covered is burnt into the file; its original lies in the vault.';

/** @throws {Refusal} or {Denied} where one of them cannot be sealed; then none is */
export function sealPhotos({ root, cache, desk }: Room, ids: readonly string[]): Promise<Outcome> {
	const title = ids.length === 1 ? 'Sealed a photo' : `Sealed ${ids.length} photos`;
	const change = async () => {
		const { content, problems } = await examine(root, today(), 'web', cache);
		// What could not be read may say where the vault is, and what else is to be covered.
		if (hasErrors(problems)) throw faulty;
		for (const photo of toBeSealed(content, ids)) await seal(content, cache, photo);
	};
	return desk.record(title, change, final);
}

const faulty = new Denied(
	422,
	'the exhibition has errors, so nothing was sealed',
	'mend first what Home tells',
);
