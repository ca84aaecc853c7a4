import { atOrigin } from './galleries.ts';
import { nearest } from './nearest.ts';
import { problem, type Problem } from './problems.ts';
import type { Origin, StoryRecord } from './record.ts';
import type { Path } from './source.ts';

/** Recordings that something names and that are not in its folder, each an error at its line. */
export function missingRecordings(
	audio: Readonly<Record<string, string | undefined>> | undefined,
	files: ReadonlySet<string>,
	origin: Origin,
): Problem[] {
	return Object.entries(audio ?? {}).flatMap(([language, name]) =>
		missing(name, files, origin, ['audio', language]),
	);
}

/** The same for stories, each of which has one of its own language. */
export function missingTellings(
	stories: readonly StoryRecord[],
	files: ReadonlySet<string>,
): Problem[] {
	return stories.flatMap(({ matter, origin }) => missing(matter.audio, files, origin, ['audio']));
}

function missing(
	name: string | undefined,
	files: ReadonlySet<string>,
	origin: Origin,
	path: Path,
): Problem[] {
	if (name === undefined || files.has(name)) return [];
	const { file, position } = atOrigin(origin, path, 'value');
	const meant = nearest(name, [...files]);
	const remedy = meant ? `did you mean "${meant}"?` : 'put the recording into this folder';
	return [problem('error', file, position, `there is no recording "${name}"`, remedy)];
}
