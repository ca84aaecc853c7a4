import type { Day } from './day.ts';
import { decideAll, type Decisions } from './decisions.ts';
import { kioskProblems } from './kiosk-problems.ts';
import { withWaiting } from './waiting.ts';
import { problem, sorted, start, type Problem } from './problems.ts';
import type { Channel } from './terms.ts';
import { readContent } from './read.ts';
import type { Content } from './record.ts';

export interface Examined {
	content: Content;
	decisions: Decisions;
	/** Of every file, in order; in open mode the first says how many photos nobody was asked about. */
	problems: Problem[];
}

/**
 * Reads a content folder and decides what of it is published: what check, build and the site in
 * development begin with.
 *
 * @param cache folder in which the pictures' metadata are remembered
 * @throws {ContentError} if there is no such folder
 */
export async function examine(
	folder: string,
	day: Day,
	channel: Channel,
	cache?: string,
): Promise<Examined> {
	return judge(await readContent(folder, { cache }), day, channel);
}

/**
 * What of it is published on a day.
 *
 * @param withDrafts for the curator's eyes: what waits to be published is shown too
 */
export function judge(content: Content, day: Day, channel: Channel, withDrafts = false): Examined {
	const decided = decideAll(content, day, channel);
	const decisions = withDrafts ? withWaiting(decided) : decided;
	const held = decisions.problems.filter((one) => !isExplained(one, content.problems));
	const problems = sorted([
		...content.problems,
		...held,
		...kioskProblems(content, decisions),
		...nothingLeft(content, decisions),
	]);
	return { content, decisions, problems: [...unprotected(content, decisions), ...problems] };
}

/** A status that could not be read says nothing: what it was taken for is no second problem. */
function isExplained({ file, line }: Problem, problems: readonly Problem[]): boolean {
	return problems.some((one) => one.level === 'error' && one.file === file && one.line === line);
}

export function hasErrors(problems: readonly Problem[]): boolean {
	return problems.some(({ level }) => level === 'error');
}

function unprotected({ mode, photos }: Content, decisions: Decisions): Problem[] {
	if (mode === 'curated') return [];
	const shown = photos.filter(({ id, consent }) => !consent && decisions.photos.get(id)?.published);
	if (shown.length === 0) return [];
	const message = `UNPROTECTED: ${shown.length} photos without a consent entry`;
	const remedy =
		'run `npm run photos:new` to give the exhibition an exhibition.yaml, which asks for consent';
	return [problem('warning', '.', start, message, remedy)];
}

function nothingLeft({ photos, mode }: Content, decisions: Decisions): Problem[] {
	if ([...decisions.photos.values()].some(({ published }) => published)) return [];
	const file = mode === 'curated' ? 'exhibition.yaml' : '.';
	const [message, remedy] =
		photos.length === 0
			? ['there are no photos to show', 'put photographs into a folder beside this file']
			: [
					`all ${photos.length} photos are held back, so there is nothing to show`,
					'mend the reasons that are listed',
				];
	return [problem('error', file, start, message ?? '', remedy ?? '')];
}
