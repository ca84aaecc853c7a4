import type { Gallery, Photo } from '../../model.ts';
import type { Story, StoryText } from '../../story-model.ts';
import type { Day } from './day.ts';
import type { Decisions } from './decisions.ts';
import { directivesOf } from './directives.ts';
import type { Content, StoryRecord } from './record.ts';
import { blocksOf } from './story-blocks.ts';
import { asText, byId, present } from './text.ts';
import { groupBy } from './tree.ts';

/** What of an exhibition is published besides. */
interface Around {
	photos: Readonly<Record<string, Photo>>;
	galleries: readonly Gallery[];
	/** Ids of photographers who have a page. */
	photographers: readonly string[];
	/** Names of published recordings by file. */
	recordings: ReadonlyMap<string, string>;
}

/** The stories that are published, by id, the newest first. */
export function publicStories(
	content: Content,
	decisions: Decisions,
	around: Around,
): Record<string, Story> {
	const shown = [...groupBy(content.stories, ({ id }) => id).values()].flatMap((versions) => {
		const left = published(versions, decisions);
		return left.length > 0 ? [inOrder(left, content.languages)] : [];
	});
	const ids = shown.map(([first]) => first!.id);
	const hasPage = pages(around, ids);
	const stories = shown.map((versions) => storyOf(content, decisions, versions, around, hasPage));
	return byId(stories.sort(newestFirst).map((story) => [story.id, story]));
}

/** A draft holds back its own language; what a person did not allow, or allows no more, all of them. */
function published(versions: readonly StoryRecord[], { stories }: Decisions): StoryRecord[] {
	const reasons = versions.flatMap((one) => stories.get(one)?.reasons ?? []);
	if (reasons.some(({ path }) => path[0] === 'consent')) return [];
	return versions.filter((one) => stories.get(one)?.published);
}

function inOrder(versions: readonly StoryRecord[], languages: readonly string[]): StoryRecord[] {
	const place = ({ lang }: StoryRecord) => languages.indexOf(lang);
	return [...versions].sort((a, b) => place(a) - place(b));
}

/** Later dates first; what has none comes last, by its id. */
function newestFirst(a: Story, b: Story): number {
	const [one, other] = [a.date ?? a.event?.starts ?? '', b.date ?? b.event?.starts ?? ''];
	return other.localeCompare(one, 'en') || a.id.localeCompare(b.id, 'en');
}

function pages({ photos, galleries, photographers }: Around, stories: readonly string[]) {
	const rooms = new Map(
		galleries.map(({ id, hangings }) => [
			id,
			new Set(hangings.flatMap((one) => (one.kind === 'photo' && photos[one.id] ? one.id : []))),
		]),
	);
	return ([part, name = '', photo]: readonly string[]): boolean => {
		if (part === undefined) return true;
		if (part === 'galleries') {
			return photo === undefined ? rooms.has(name) : rooms.get(name)?.has(photo) === true;
		}
		if (part === 'stories') return name === '' || stories.includes(name);
		if (part === 'photographers') return photographers.includes(name);
		return name === '' && ['about', 'explore', 'in-this-picture'].includes(part);
	};
}

function storyOf(
	{ exhibition, photos: records }: Content,
	decisions: Decisions,
	versions: readonly StoryRecord[],
	around: Around,
	hasPage: (path: readonly string[]) => boolean,
): Story {
	const [first] = versions as [StoryRecord];
	const { kind = 'story', date, event } = first.matter;
	const people = [...new Set(versions.flatMap(({ matter }) => present(matter.people)))];
	const named = records.filter(({ stories }) => stories.includes(first.id)).map(({ id }) => id);
	const inText = versions.flatMap((one) =>
		directivesOf(one).flatMap(({ kind: of, id }) => (of === 'photo' ? id : [])),
	);
	const isShown = (id: string) => around.photos[id] !== undefined;
	const has = sayable(exhibition, decisions, isShown);
	const ends = versions.flatMap((one) => decisions.stories.get(one)?.until ?? []);
	return {
		...{ id: first.id, kind, date, people },
		event: event && {
			...{ starts: event.starts, ends: event.ends, deadline: event.deadline, url: event.url },
			place: asText(event.place, first.lang),
			past: isBefore(event.ends ?? event.starts, decisions.day),
			closed: isBefore(event.deadline, decisions.day),
		},
		warnings: versions.flatMap(({ matter, lang }) =>
			present(matter.warnings).map(({ kind: of, text }) => ({
				kind: of,
				text: asText(text, lang),
			})),
		),
		until: [...ends].sort()[0],
		photos: [...new Set([...inText, ...named])].filter(isShown),
		texts: byId(
			versions.map((one) => [one.lang, textOf(one, blocksOf(one, hasPage, has), around)] as const),
		),
	};
}

/** What a story's text may show, name and link. */
function sayable(
	{ people = {} }: Content['exhibition'],
	{ channel }: Decisions,
	photo: (id: string) => boolean,
): Parameters<typeof blocksOf>[2] {
	return { photo, person: (id) => people[id] !== undefined, mail: channel !== 'kiosk' };
}

function textOf(
	{ matter }: StoryRecord,
	blocks: StoryText['blocks'],
	{ recordings }: Around,
): StoryText {
	const { title = '', summary, byline } = matter;
	return {
		...{ title, summary, blocks },
		audio: recordings.get(`stories/${matter.audio}`),
		byline: byline && {
			toldBy: byline.told_by,
			writtenBy: byline.written_by,
			translatedBy: byline.translated_by,
		},
	};
}

function isBefore(last: Day | undefined, day: Day): boolean {
	return last !== undefined && last < day;
}
