import { hasErrors } from '../../../lib/server/content/examine.ts';
import { readContent } from '../../../lib/server/content/read.ts';
import { takeFiles } from '../../../vite/intake.ts';
import type { Outcome } from '../../contract/operations.ts';
import { Denied } from '../denied.ts';
import type { Desk } from '../desk.ts';
import { isPlainName } from '../inside.ts';
import type { Notices } from '../notices.ts';
import type { Intake } from './intake.ts';

interface Parts {
	root: string;
	cache: string;
	desk: Desk;
	intake: Intake;
	notices: Notices;
}

export type Added = Outcome & { notTaken: { key: string; says: string }[] };

/** From quarantine into a gallery, as `photos:import` does it. */
export async function addTo(
	{ root, cache, desk, intake, notices }: Parts,
	batch: string,
	gallery: string,
	keys: readonly string[],
): Promise<Added> {
	const chosen = await intake.chosen(batch, keys);
	const { folder: from } = intake.parts.quarantine;
	const folder = await folderOf(desk, gallery);
	const notTaken: Added['notTaken'] = [];
	const tell = (done: number, of: number) =>
		notices.tell({ kind: 'progress', task: 'import', done, of, says: `${done} of ${of} photos` });
	const outcome = await desk.record(`Added ${chosen.length} photos to ${gallery}`, async () => {
		const content = await readContent(root, { cache });
		if (hasErrors(content.problems)) throw faulty;
		const files = chosen.map(({ file }) => file.replaceAll('\\', '/'));
		const { refused } = await takeFiles(content, { folder: from, files }, folder, tell);
		for (const { file, reason } of refused)
			notTaken.push({ key: file.split('/')[1] ?? '', says: `the picture ${reason}` });
	});
	if (outcome.done) await intake.forget(batch, keys);
	return { ...outcome, notTaken };
}

/** A gallery that is not there yet gets a folder of its name. */
async function folderOf(desk: Desk, gallery: string): Promise<string> {
	const { galleries } = await desk.view();
	const known = galleries.find(({ id }) => id === gallery);
	if (known && known.folder !== '') return known.folder;
	const isFree = !['stories', 'vault', 'node_modules'].includes(gallery);
	if (!known && isFree && isPlainName(gallery)) return gallery;
	throw new Denied(404, 'there is no such gallery', 'name it with small letters and hyphens');
}

const faulty = new Denied(
	422,
	'the exhibition has errors, so nothing was added',
	'mend first what Home tells',
);
