import { concernedBy, type Asked } from '../../../lib/server/content/concerned.ts';
import { readContent } from '../../../lib/server/content/read.ts';
import { removedPhotos } from '../../../lib/server/content/studio-memory.ts';
import { eraseCopies } from '../../../vite/studio-copies.ts';
import { refuseUnknown, takeOut } from '../../../vite/withdraw.ts';
import type { Outcome } from '../../contract/operations.ts';
import type { Place } from '../place.ts';

const title = 'Withdrew what somebody asked for';
const final = 'Consent was withdrawn.';

/**
 * Takes photos, or everything of a person or of one consent, out of the exhibition; the site that is
 * public is another step.
 *
 * @param erase nothing is kept of them, in the studio's copies and history neither
 */
export async function withdraw(place: Place, asked: Asked, erase: boolean): Promise<Outcome> {
	const { root, cache, desk } = place.room;
	const outcome = await desk.record(
		title,
		async () => {
			const content = await readContent(root, { cache });
			const removed = await removedPhotos(root);
			refuseUnknown(content, asked, removed);
			await takeOut({ cache }, content, concernedBy(content, asked, removed), erase);
		},
		final,
	);
	if (!erase || !outcome.done) return outcome;
	const { desk: anew } = await place.again(eraseCopies);
	// That it was done is all that the history says from now on.
	return anew.record(title, () => Promise.resolve(), final);
}
