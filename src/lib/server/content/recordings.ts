import type { Recordings } from '../../model.ts';
import { atOrigin } from './galleries.ts';
import { nearest } from './nearest.ts';
import { problem, type Problem } from './problems.ts';
import type { AudioFiles, Origin, StoryRecord } from './record.ts';
import type { Path } from './source.ts';

/** Where the recordings lie that an entry names; `folder` is '' or ends in a slash. */
export function audioFiles(
	audio: Readonly<Record<string, string | undefined>> | undefined,
	folder: string,
): AudioFiles | undefined {
	const named = Object.entries(audio ?? {}).flatMap(([language, name]) =>
		name === undefined ? [] : [[language, folder + name] as const],
	);
	return named.length > 0 ? Object.fromEntries(named) : undefined;
}

/** What of them is published, by the names that they are published under. */
export function publicRecordings(
	files: AudioFiles | undefined,
	names: ReadonlyMap<string, string>,
): Recordings | undefined {
	const made = Object.entries(files ?? {}).flatMap(([language, file]) => {
		const name = names.get(file);
		return name === undefined ? [] : [[language, name] as const];
	});
	return made.length > 0 ? Object.fromEntries(made) : undefined;
}

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
