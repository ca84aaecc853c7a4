import { jigsaw } from './jigsaw.ts';
import { notedIn, notedStories, type Noted } from './noted.ts';
import { allTold, galleryTold } from './told.ts';
import type { Problem } from './problems.ts';
import { decide, type Decision } from './publish.ts';
import type { Candidate, Channel, Terms } from './terms.ts';
import type { Day } from './day.ts';
import type { Content, GalleryRecord, PhotoRecord, StoryRecord } from './record.ts';

export interface Decisions {
	/** The day and the way of showing for which all is decided. */
	day: Day;
	channel: Channel;
	photos: ReadonlyMap<string, Decision>;
	stories: ReadonlyMap<StoryRecord, Decision>;
	/** Of each gallery as a room, whatever hangs in it. */
	galleries: ReadonlyMap<GalleryRecord, Decision>;
	problems: readonly Problem[];
	/** The next day on which something comes or goes. */
	nextDue?: Day;
}

/** The decision on everything in an exhibition. */
export function decideAll(content: Content, day: Day, channel: Channel): Decisions {
	const terms = termsOf(content, day, channel);
	const noted = notedIn(content);
	const isNotedStory = notedStories(content, noted);
	const photos = new Map(
		content.photos.map((photo) => [photo.id, decide(ofPhoto(photo, noted), terms)]),
	);
	const stories = new Map(
		content.stories.map((one) => [one, decide(ofStory(one, isNotedStory(one)), terms)]),
	);
	const galleries = new Map(
		content.galleries.map((one) => [one, decide(ofGallery(one, noted), terms)]),
	);
	const problems = [
		...allTold(content.photos, photos),
		...allTold(content.stories, stories),
		...galleryTold(content.galleries, galleries),
		...jigsaw(content, photos),
	];
	const decisions = [photos, stories, galleries].flatMap((map): Decision[] => [...map.values()]);
	const due = decisions.flatMap((decision) => decision.due).sort();
	return { day, channel, photos, stories, galleries, problems, nextDue: due[0] };
}

function termsOf({ mode, exhibition }: Content, day: Day, channel: Channel): Terms {
	const open = mode === 'open';
	const { consent, alt, expiry } = exhibition.protection ?? {};
	const { content_notes: notes } = exhibition.kiosk ?? {};
	const people = Object.entries(exhibition.people ?? {});
	return {
		day,
		channel,
		consent: consent ?? (open ? 'optional' : 'required'),
		alt: alt ?? (open ? 'warn' : 'required'),
		expiry: expiry ?? 'P3Y',
		leavesNoted: channel === 'kiosk' && notes === 'leave_out',
		minors: new Set(people.filter(([, person]) => person?.minor).map(([id]) => id)),
	};
}

function ofPhoto(photo: PhotoRecord, noted: Noted): Candidate {
	return {
		kind: 'photo',
		published: photo.published,
		hasAlt: photo.alt !== undefined || photo.unread === true,
		people: photo.people,
		covered: photo.redact.length > 0,
		isNoted: noted.photo(photo),
		consent: photo.consent,
		care: photo.entry.care,
		publishAt: photo.publishAt ? [photo.publishAt] : [],
		unpublishAt: photo.unpublishAt ? [photo.unpublishAt] : [],
	};
}

function ofStory({ matter }: StoryRecord, isNoted: boolean): Candidate {
	return {
		kind: 'story',
		published: matter.status !== 'draft',
		hasAlt: true,
		people: (matter.people ?? []).filter((id) => id !== undefined),
		covered: false,
		isNoted,
		consent: matter.consent,
		publishAt: matter.publish_at ? [matter.publish_at] : [],
		unpublishAt: matter.unpublish_at ? [matter.unpublish_at] : [],
	};
}

function ofGallery(gallery: GalleryRecord, { all }: Noted): Candidate {
	const { published, publishAt, unpublishAt, warnings } = gallery;
	return {
		kind: 'gallery',
		published,
		hasAlt: true,
		people: [],
		covered: false,
		isNoted: all || warnings.length > 0,
		publishAt: publishAt ? [publishAt] : [],
		unpublishAt: unpublishAt ? [unpublishAt] : [],
	};
}
