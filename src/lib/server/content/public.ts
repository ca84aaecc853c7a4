import { basename } from 'node:path';
import type { Exhibition, Gallery, Hanging, Photo, Picture } from '../../model.ts';
import type { Decisions } from './decisions.ts';
import { publicAround, publicWarnings } from './public-around.ts';
import { publicPhoto } from './public-photo.ts';
import type { Content, GalleryRecord } from './record.ts';
import { asText, titleFromName } from './text.ts';

/**
 * The published exhibition. It is written anew, field by field, from what was decided: nothing that
 * is not named here can reach a page.
 *
 * @param pictures by photo id; a photo without one could not be pictured and is left out
 */
export function publicExhibition(
	content: Content,
	decisions: Decisions,
	pictures: ReadonlyMap<string, Picture>,
): Exhibition {
	const { exhibition, languages, mode } = content;
	const source = languages[0] ?? 'en';
	const photos = publicPhotos(content, decisions, pictures);
	const wall = exhibition.wall ?? 'night';
	const warnings = publicWarnings(exhibition.warnings, source);
	return {
		mode,
		title: asText(exhibition.title, source) ?? { [source]: titleFromName(basename(content.root)) },
		summary: asText(exhibition.summary, source),
		languages,
		publicUrl: exhibition.public_url,
		wall,
		galleries: content.galleries
			.map((gallery) => publicGallery(gallery, photos, wall, warnings))
			.filter(({ hangings }) => hangings.some(({ kind }) => kind === 'photo')),
		photos,
		warnings,
		...publicAround(content, photos),
	};
}

function publicPhotos(
	content: Content,
	decisions: Decisions,
	pictures: ReadonlyMap<string, Picture>,
): Record<string, Photo> {
	const photos = content.photos.flatMap((record) => {
		const picture = pictures.get(record.id);
		const decision = decisions.photos.get(record.id);
		if (!picture || !decision?.published) return [];
		return [[record.id, publicPhoto(record, picture, decision.until)] as const];
	});
	return Object.fromEntries(photos);
}

function publicGallery(
	gallery: GalleryRecord,
	photos: Readonly<Record<string, Photo>>,
	wall: Gallery['wall'],
	above: Gallery['warnings'],
): Gallery {
	const { id, title, summary, text, support, sections } = gallery;
	const warnings = [...above, ...gallery.warnings];
	const hangings = gallery.published
		? gallery.hangings.flatMap((one) => publicHanging(one, photos))
		: [];
	const shown = hangings.flatMap((one) => (one.kind === 'photo' ? one.id : []));
	const candidates = [gallery.cover, ...shown].filter((one) => one !== undefined);
	const free = (one: string) => photos[one]?.warnings.length === 0 && warnings.length === 0;
	const cover = candidates.find(free);
	return {
		id,
		title,
		summary,
		text,
		cover,
		wall: gallery.wall ?? wall,
		warnings,
		support,
		sections,
		hangings,
	};
}

function publicHanging(
	one: GalleryRecord['hangings'][number],
	photos: Readonly<Record<string, Photo>>,
): Hanging[] {
	const { section } = one;
	if (one.kind === 'text') return [{ kind: 'text', text: one.text, section }];
	return photos[one.id] ? [{ kind: 'photo', id: one.id, hang: one.hang, section }] : [];
}
