import type { Exhibition, Photo, Picture } from '../../model.ts';
import type { Decisions } from '../content/decisions.ts';
import { publicExhibition } from '../content/public.ts';
import type { Content, PhotoRecord } from '../content/record.ts';
import { reaches } from '../content/rules.ts';
import type { Wish } from './plan.ts';
import type { Preset } from './settings.ts';
import { xmpPacket, type Statement } from './xmp.ts';

/** A published photo, and what its files shall be. */
export interface Wanted {
	photo: PhotoRecord;
	wish: Wish;
}

/**
 * What every published photo needs. What is written into its files is taken from the published
 * exhibition alone, so that nothing private can reach them.
 *
 * @param everyCover whether each photo gets cover crops, and not only those that are covers now
 */
export function wishes(
	content: Content,
	decisions: Decisions,
	preset: Preset,
	everyCover = false,
): Wanted[] {
	const draft = publicExhibition(content, decisions, unmade(content));
	const covers = new Set(draft.galleries.map(({ cover }) => cover));
	return content.photos.flatMap((photo) => {
		const shown = draft.photos[photo.id];
		if (!shown) return [];
		const { size, maxWidth, redact, focal, crop, zoom } = photo;
		const cover = everyCover || covers.has(photo.id);
		const opening = draft.opening === photo.id;
		const isHall = draft.channel === 'kiosk';
		const card = !isHall && mayBeShared(photo, draft);
		const xmp = xmpPacket(statementOf(shown, draft), content.languages[0] ?? 'en');
		const files = { cover, opening, card, zoom, wide: isHall, xmp, preset };
		return [{ photo, wish: { size, maxWidth, redact, focal, crop, ...files } }];
	});
}

/** Pictures as they stand before any is made. */
export function unmade({ photos }: Content): Map<string, Picture> {
	return new Map(photos.map(({ id, size }) => [id, { ...size, renditions: [] }]));
}

/** A messenger shows a card to people who did not ask for the picture and passed no content note. */
function mayBeShared({ id, gallery, warnings, consent }: PhotoRecord, draft: Exhibition): boolean {
	const home = draft.galleries.find((one) => one.id === gallery);
	const isNoted = [warnings, draft.warnings, home?.warnings ?? []].some(({ length }) => length > 0);
	return draft.photos[id] !== undefined && !isNoted && reaches(consent, 'social');
}

/** Of several languages a plain text takes the source's. */
export function statementOf(photo: Photo, { photographers, languages }: Exhibition): Statement {
	const { credit, licence, alt, digitalSourceType } = photo;
	const plain = (text: Photo['title']) => {
		const known = languages.find((language) => text?.[language]);
		return text?.[known ?? Object.keys(text)[0] ?? ''];
	};
	const photographer = credit.photographer && photographers[credit.photographer];
	return {
		creator: photographer ? plain(photographer.name) : credit.creator,
		credit: plain(credit.line),
		copyright: credit.copyright,
		licence: licence?.url,
		licensor: licence?.acquire,
		alt,
		digitalSourceType,
	};
}
