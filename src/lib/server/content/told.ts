import { atOrigin } from './galleries.ts';
import { problem, start, type Problem } from './problems.ts';
import type { Decision, Reason } from './publish.ts';
import type { GalleryRecord, PhotoRecord, StoryRecord } from './record.ts';
import { groupBy } from './tree.ts';

type Decided = PhotoRecord | StoryRecord;
type Level = 'held' | 'warning';

interface Told {
	record: Decided;
	level: Level;
	reason: Reason;
}

/** So many pictures of a folder that say the same are told one by one. */
const few = 3;

/**
 * Reasons and concerns as problems, each at the key that gives it. Where nobody wrote an entry there is
 * no line to mend, so what many pictures of a folder have in common is told once.
 */
export function allTold<R extends Decided>(
	records: readonly R[],
	decisions: ReadonlyMap<string, Decision> | ReadonlyMap<R, Decision>,
): Problem[] {
	const told = records.flatMap((record) => {
		const known = decisions as ReadonlyMap<string | R, Decision>;
		return reasonsOf(record, known.get(record.id) ?? known.get(record));
	});
	const written = told.filter(({ record }) => record.origin.source);
	const groups = groupBy(
		told.filter(({ record }) => !record.origin.source),
		({ record, level, reason }) => `${folderOf(record)}\n${level}\n${reason.reason}`,
	);
	return [...written.map(single), ...[...groups.values()].flatMap(together)];
}

/** Its photos say when it is a draft or not open; its content note is its own, and it may hang others' photos. */
export function galleryTold(
	galleries: readonly GalleryRecord[],
	decisions: ReadonlyMap<GalleryRecord, Decision>,
): Problem[] {
	return galleries.flatMap((gallery) => {
		const { origin, id } = gallery;
		const noted = decisions.get(gallery)?.reasons.filter(({ path }) => path[0] === 'warnings');
		return (noted ?? []).map(({ reason, remedy, path }) => {
			const { file, position } = atOrigin(origin, path);
			return problem('held', file, position, `gallery "${id}" is held back: ${reason}`, remedy);
		});
	});
}

function reasonsOf(record: Decided, decision: Decision | undefined): Told[] {
	const say = (level: Level) => (reason: Reason) => ({ record, level, reason });
	return [
		...(decision?.reasons ?? []).map(say('held')),
		...(decision?.concerns ?? []).map(say('warning')),
	];
}

function single({ record, level, reason }: Told): Problem {
	const { file, position } = atOrigin(record.origin, reason.path);
	const held = level === 'held' ? ' is held back' : '';
	return problem(level, file, position, `"${record.id}"${held}: ${reason.reason}`, reason.remedy);
}

function together(group: readonly Told[]): Problem[] {
	const [first] = group;
	if (!first || group.length <= few) return group.map(single);
	const { record, level, reason } = first;
	const held = level === 'held' ? ' are held back' : '';
	const message = `${group.length} pictures of this folder${held}: ${reason.reason}`;
	return [problem(level, folderOf(record), start, message, reason.remedy)];
}

function folderOf({ file }: Decided): string {
	return file.replace(/\/?[^/]*$/, '') || '.';
}
