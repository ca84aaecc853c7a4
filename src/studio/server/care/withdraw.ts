import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { concernedBy, type Asked } from '../../../lib/server/content/concerned.ts';
import { readContent } from '../../../lib/server/content/read.ts';
import { refuseUnknown, takeOut } from '../../../vite/withdraw.ts';
import type { Outcome } from '../../contract/operations.ts';
import type { Room } from '../place.ts';

/** What the studio itself keeps of earlier states, below the content folder. */
const copies = ['trash', 'backup', 'failed', 'intake'].map((name) =>
	join('.exhibition', 'studio', name),
);

const final = 'Consent was withdrawn.';

/**
 * Takes photos, or everything of a person or of one consent, out of the exhibition; the site that is
 * public is another step.
 *
 * @param erase nothing is kept of them, in what the studio keeps neither
 */
export function withdraw(
	{ root, cache, desk }: Room,
	asked: Asked,
	erase: boolean,
): Promise<Outcome> {
	const change = async () => {
		const content = await readContent(root, { cache });
		refuseUnknown(content, asked);
		await takeOut({ cache }, content, concernedBy(content, asked), erase);
	};
	return desk.record('Withdrew what somebody asked for', change, final).then(async (outcome) => {
		if (erase && outcome.done)
			for (const one of copies) await rm(join(root, one), { recursive: true, force: true });
		return outcome;
	});
}
