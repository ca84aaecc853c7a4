import { directivesOf } from './directives.ts';
import { namedTexts } from './named.ts';
import type { Problem } from './problems.ts';
import type { Content, PhotoRecord, StoryRecord } from './record.ts';
import type { RemovedPhoto } from './studio-memory.ts';
import { present } from './text.ts';
import { goneIds } from './withdrawn.ts';

/** Who or what is to be taken out: photos by their ids, a person, what one consent was given for. */
export interface Asked {
	ids: readonly string[];
	/** Id of a person of the exhibition. */
	person?: string;
	/** As in `consent.ref`. */
	ref?: string;
}

/** Everything that goes with it. */
export interface Concerned {
	photos: readonly PhotoRecord[];
	/** Ids of photos whose files have gone before. */
	gone: readonly string[];
	/** Photos that were removed on the curator's desk before: their files lie in its trash. */
	removed: readonly RemovedPhoto[];
	/** Told by the person, or with the same consent: withdrawn too. */
	stories: readonly StoryRecord[];
	/** They show one of the photos, and go on without it. */
	showing: readonly StoryRecord[];
	/** Files, relative to the content folder. */
	recordings: readonly string[];
	/** Where the person's name stands. */
	named: readonly Pick<Problem, 'file' | 'line'>[];
}

/** What a withdrawal is about. */
export function concernedBy(
	content: Content,
	asked: Asked,
	removed: readonly RemovedPhoto[] = [],
): Concerned {
	const { ids, person, ref } = asked;
	const isMeant = (people: readonly (string | undefined)[], consentRef: string | undefined) =>
		(person !== undefined && people.includes(person)) || (ref !== undefined && consentRef === ref);
	const photos = content.photos.filter(
		({ id, people, consent }) => ids.includes(id) || isMeant(people, consent?.ref),
	);
	const stories = content.stories.filter(({ matter }) =>
		isMeant(matter.people ?? [], matter.consent?.ref),
	);
	const shown = new Set(photos.map(({ id }) => id));
	const showing = content.stories.filter(
		(story) => !stories.includes(story) && photosIn(story).some((id) => shown.has(id)),
	);
	return {
		photos,
		removed: removed.filter((one) => ids.includes(one.id) || isMeant(one.people, one.ref)),
		gone: goneIds(content).filter((id) => ids.includes(id) && !shown.has(id)),
		stories,
		showing,
		recordings: [...photos.flatMap(recordingsOf), ...stories.flatMap(storyRecording)],
		named: person === undefined ? [] : namedTexts(content, namesOf(content, person)),
	};
}

function photosIn(story: StoryRecord): string[] {
	return directivesOf(story).flatMap(({ kind, id }) => (kind === 'photo' ? id : []));
}

function recordingsOf({ file, entry }: PhotoRecord): string[] {
	const folder = file.replace(/[^/]*$/, '');
	return present(Object.values(entry.audio ?? {})).map((name) => folder + name);
}

function storyRecording({ matter }: StoryRecord): string[] {
	return matter.audio ? [`stories/${matter.audio}`] : [];
}

function namesOf({ exhibition }: Content, person: string): string[] {
	const name = exhibition.people?.[person]?.name;
	return typeof name === 'string' ? [name] : present(Object.values(name ?? {}));
}
