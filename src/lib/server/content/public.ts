import { basename } from 'node:path';
import type { Exhibition, Gallery, Hanging, Photo, Picture } from '../../model.ts';
import type { Decisions } from './decisions.ts';
import { facetsOf } from './facets.ts';
import { publicAround, publicWarnings } from './public-around.ts';
import { notedIn } from './noted.ts';
import { publicKiosk } from './public-kiosk.ts';
import { publicPhoto } from './public-photo.ts';
import { openingOf } from './opening.ts';
import { publicStories } from './public-stories.ts';
import { publicRecordings } from './recordings.ts';
import type { Content, GalleryRecord } from './record.ts';
import { asText, byId, titleFromName } from './text.ts';
import { withdrawnAddresses } from './withdrawn.ts';

/**
 * The published exhibition. It is written anew, field by field, from what was decided: nothing that
 * is not named here can reach a page.
 *
 * @param pictures by photo id; a photo without one could not be pictured and is left out
 * @param recordings names of published recordings by file, relative to the content folder
 */
export function publicExhibition(
	content: Content,
	decisions: Decisions,
	pictures: ReadonlyMap<string, Picture>,
	recordings: ReadonlyMap<string, string> = new Map(),
): Exhibition {
	const { exhibition, languages, mode } = content;
	const source = languages[0] ?? 'en';
	const photos = publicPhotos(content, decisions, pictures, recordings);
	const warnings = publicWarnings(exhibition.warnings, source);
	const above = { wall: exhibition.wall ?? 'night', warnings };
	const galleries = publicGalleries(content, decisions, photos, above, recordings);
	const stories = publicStories(content, decisions, {
		...{ photos, galleries, recordings },
		photographers: photographersOf(photos),
	});
	const around = publicAround(content, photos, stories);
	const isKiosk = decisions.channel === 'kiosk';
	return {
		mode,
		channel: isKiosk ? 'kiosk' : 'web',
		kiosk: isKiosk
			? publicKiosk(content, { galleries, photos, stories }, decisions.day)
			: undefined,
		title: asText(exhibition.title, source) ?? { [source]: titleFromName(basename(content.root)) },
		summary: asText(exhibition.summary, source),
		languages,
		publicUrl: exhibition.public_url,
		wall: above.wall,
		galleries,
		opening: openingOf(galleries, photos),
		withdrawn: withdrawnAddresses(content, decisions),
		photos,
		stories,
		warnings,
		words: content.words,
		facets: facetsOf({ galleries, photos, languages, ...around }),
		...around,
	};
}

function publicGalleries(
	content: Content,
	decisions: Decisions,
	photos: Readonly<Record<string, Photo>>,
	above: Pick<Gallery, 'wall' | 'warnings'>,
	recordings: ReadonlyMap<string, string>,
): Gallery[] {
	const noted = notedIn(content);
	const mayCover = (photo: Photo) => !noted.photo(photo);
	return content.galleries
		.filter((one) => decisions.galleries.get(one)?.published)
		.map((gallery) => publicGallery(gallery, photos, above, mayCover, recordings))
		.filter(({ hangings }) => hangings.some(({ kind }) => kind === 'photo'));
}

function photographersOf(photos: Readonly<Record<string, Photo>>): string[] {
	return Object.values(photos).flatMap(({ credit }) => credit.photographer ?? []);
}

function publicPhotos(
	content: Content,
	decisions: Decisions,
	pictures: ReadonlyMap<string, Picture>,
	recordings: ReadonlyMap<string, string>,
): Record<string, Photo> {
	const photos = content.photos.flatMap((record) => {
		const picture = pictures.get(record.id);
		const decision = decisions.photos.get(record.id);
		if (!picture || !decision?.published) return [];
		const isMinor = record.people.some((id) => content.exhibition.people?.[id]?.minor);
		const audio = publicRecordings(record.audio, recordings);
		return [[record.id, publicPhoto(record, picture, decision.until, isMinor, audio)] as const];
	});
	return byId(photos);
}

function publicGallery(
	gallery: GalleryRecord,
	photos: Readonly<Record<string, Photo>>,
	above: Pick<Gallery, 'wall' | 'warnings'>,
	mayCover: (photo: Photo) => boolean,
	recordings: ReadonlyMap<string, string>,
): Gallery {
	const { id, title, summary, text, support, sections } = gallery;
	const warnings = [...above.warnings, ...gallery.warnings];
	const hangings = gallery.hangings.flatMap((one) => publicHanging(one, photos, recordings));
	const shown = hangings.flatMap((one) => (one.kind === 'photo' ? one.id : []));
	const candidates = [gallery.cover, ...shown].filter((one) => one !== undefined);
	const free = (photo: Photo | undefined) => photo && warnings.length === 0 && mayCover(photo);
	const cover = candidates.find((one) => free(photos[one]));
	return {
		id,
		title,
		summary,
		text,
		cover,
		wall: gallery.wall ?? above.wall,
		warnings,
		support,
		sections,
		hangings,
	};
}

function publicHanging(
	one: GalleryRecord['hangings'][number],
	photos: Readonly<Record<string, Photo>>,
	recordings: ReadonlyMap<string, string>,
): Hanging[] {
	const { section } = one;
	if (one.kind === 'text') {
		const audio = publicRecordings(one.audio, recordings);
		return [{ kind: 'text', text: one.text, audio, section }];
	}
	if (one.kind === 'gone') return [];
	return photos[one.id] ? [{ kind: 'photo', id: one.id, hang: one.hang, section }] : [];
}
