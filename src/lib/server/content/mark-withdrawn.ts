import type { Concerned } from './concerned.ts';
import { Edit } from './edit.ts';
import { groupBy } from './tree.ts';
import type { Origin, PhotoRecord, StoryRecord } from './record.ts';

/** What of an entry may stay when nothing of the photo may be kept: where it hung, and that it was withdrawn. */
const kept = ['file', 'id', 'section', 'hang', 'consent'];

/**
 * The YAML of the files in which photos and stories are marked as withdrawn, by file. Photos that nobody
 * wrote an entry for are in none.
 *
 * @param bare with nothing left of what was written of a photo
 * @throws {Error} where an entry cannot be edited, as one that stands behind an alias
 */
export function markWithdrawn(
	{ photos, stories }: Pick<Concerned, 'photos' | 'stories'>,
	bare: boolean,
): Map<string, { before: string; after: string }> {
	const edits = new Map<string, { before: string; after: string }>();
	const records: (PhotoRecord | StoryRecord)[] = [...photos, ...stories];
	const written = records.filter(({ origin }) => origin.source);
	for (const [file, group] of groupBy(written, ({ origin }) => origin.file)) {
		const before = group[0]?.origin.source?.text ?? '';
		const edit = new Edit(before);
		for (const record of group) {
			mark(edit, record.origin, 'body' in record ? record.matter.consent : record.consent);
			if (bare && !('body' in record)) strip(edit, record);
		}
		edits.set(file, { before, after: String(edit) });
	}
	return edits;
}

function mark(edit: Edit, { path }: Origin, consent: object | undefined): void {
	if (consent) edit.set([...path, 'consent', 'status'], 'withdrawn');
	else edit.set([...path, 'consent'], { status: 'withdrawn' });
}

function strip(edit: Edit, { id, entry, origin: { path } }: PhotoRecord): void {
	edit.set([...path, 'consent'], { status: 'withdrawn' });
	// Its file will not be there to give it one.
	if (entry.id === undefined) edit.set([...path, 'id'], id);
	edit.remove(
		path,
		Object.keys(entry).filter((key) => !kept.includes(key)),
	);
}
