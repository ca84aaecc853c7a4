import { basename } from 'node:path';
import { breath } from './concurrent.ts';
import { describe, type Described, type Opening } from './describe.ts';
import { originOf, type GalleryDraft } from './galleries.ts';
import { hang, type Hung } from './hang.ts';
import { identifyGalleries, identifyPhotos, type HungPhoto } from './identify.ts';
import { photoRecord } from './photo-record.ts';
import type { Problem } from './problems.ts';
import type { Content, GalleryRecord, HangingRecord, PhotoRecord } from './record.ts';
import { holdsListed } from './slug.ts';
import { asText, present, titleFromName } from './text.ts';

export type Head = Pick<Content, 'mode' | 'root' | 'exhibition' | 'languages' | 'source'>;

/** Galleries with what hangs in them, and the photos themselves. */
export async function hangAll(
	head: Head,
	drafts: readonly GalleryDraft[],
	listed: readonly string[],
	opening: Opening,
) {
	const source = head.languages[0] ?? 'en';
	const walls = drafts.map((draft) => ({ draft, ...hang(draft, source) }));
	const hungPhotos = unique(walls.flatMap(({ hung }) => hung.filter(isPhoto)));
	const described = await describe(head.root, hungPhotos, opening);
	const shown = hungPhotos.filter(({ file }) => described.embedded.has(file));
	const { ids, problems } = await identifyPhotos(head.root, shown, listed, opening.hash);
	await breath();
	const galleryIds = identifyGalleries(head.root, drafts, listed);
	const galleries = walls.map(({ draft, hung }) => {
		const id = galleryIds.get(draft.folder.path) ?? '';
		return galleryRecord(head, draft, { id, hung: hangings(hung, ids), listed });
	});
	const photos = walls.flatMap(({ draft, hung }, index) =>
		photosOf(head, draft, galleries[index], hung.filter(isPhoto), ids, described),
	);
	const found: Problem[] = [
		...walls.flatMap((wall) => wall.problems),
		...described.problems,
		...problems,
	];
	return { galleries, photos, leftOut: described.leftOut, problems: found };
}

function isPhoto(hung: Hung): hung is HungPhoto {
	return hung.kind === 'photo';
}

/** A file that is listed twice is an error already; here it counts once. */
function unique(photos: readonly HungPhoto[]): HungPhoto[] {
	return [
		...new Map(photos.toReversed().map((photo) => [photo.file, photo])).values(),
	].toReversed();
}

function hangings(hung: readonly Hung[], ids: ReadonlyMap<string, string>): HangingRecord[] {
	return hung.flatMap((one): HangingRecord[] => {
		if (one.kind !== 'photo') return [one];
		const id = ids.get(one.file);
		const { hang: size = 'row', section } = one.entry;
		return id ? [{ kind: 'photo', id, hang: size, section, origin: one.origin }] : [];
	});
}

function galleryRecord(
	{ root, languages }: Head,
	draft: GalleryDraft,
	{ id, hung, listed }: { id: string; hung: readonly HangingRecord[]; listed: readonly string[] },
): GalleryRecord {
	const { file, folder, wanted } = draft;
	const source = languages[0] ?? 'en';
	const name = basename(folder.path || root);
	// A folder may be called by a name that must not appear.
	const named = holdsListed(name, listed) ? id : titleFromName(name);
	return {
		id,
		folder: folder.path,
		origin: originOf(draft),
		title: asText(file.title, source) ?? { [source]: named },
		summary: asText(file.summary, source),
		text: asText(file.text, source),
		cover: file.cover,
		wall: file.wall,
		published: wanted && file.status !== 'draft',
		publishAt: file.publish_at,
		unpublishAt: file.unpublish_at,
		warnings: present(file.warnings).map(({ kind, text }) => ({
			kind,
			text: asText(text, source),
		})),
		support: asText(file.support, source),
		sections: present(file.sections).map(({ id, title }) => ({ id, title: asText(title, source) })),
		hangings: hung,
		defaults: file.defaults,
	};
}

function photosOf(
	{ exhibition, languages }: Head,
	{ file }: GalleryDraft,
	gallery: GalleryRecord | undefined,
	hung: readonly HungPhoto[],
	ids: ReadonlyMap<string, string>,
	described: Described,
): PhotoRecord[] {
	const defaults = [file.defaults, exhibition.defaults];
	return unique(hung).flatMap((photo) => {
		const id = ids.get(photo.file);
		const embedded = described.embedded.get(photo.file);
		if (!gallery || !id || !embedded) return [];
		const source = languages[0] ?? 'en';
		const record = photoRecord({ ...photo, id, gallery: gallery.id, embedded, defaults, source });
		const { publishAt, unpublishAt } = gallery;
		const published = record.published && gallery.published;
		return [Object.assign(record, { embedded, published, publishAt, unpublishAt })];
	});
}
