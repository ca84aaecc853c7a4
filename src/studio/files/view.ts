import { breath } from '../../lib/server/content/concurrent.ts';
import type { Decisions } from '../../lib/server/content/decisions.ts';
import { judge } from '../../lib/server/content/examine.ts';
import type { Content, GalleryRecord, PhotoRecord } from '../../lib/server/content/record.ts';
import type { GalleryView, PhotoView, StoryView, View } from '../contract/view.ts';
import { shaOf } from './disk.ts';
import { hangingsOf } from './hangings.ts';
import { problemsOf } from './problems.ts';
import { rawOf } from './raw.ts';
import type { Stamps } from './scan.ts';
import type { Shown } from './shown.ts';
import { own, type Values } from './text/value.ts';

/** Everything that the desk shows of an exhibition as it is, and as the public sees it on a day. */
export async function viewOf(
	content: Content,
	stamps: Stamps,
	day: string,
	shown: Shown,
): Promise<Omit<View, 'revision' | 'stories'>> {
	await breath();
	const { decisions, problems } = judge(content, day, 'web');
	await breath();
	const galleries = content.galleries.map((one) => galleryView(one, content, decisions));
	const where = placesOf(galleries);
	return {
		folder: content.root,
		languages: content.languages,
		exhibition: rawOf(content.source),
		galleries,
		photos: content.photos.map((photo) => ({
			...photoView(photo, stamps),
			shown: shown.of(photo, content, stamps.get(photo.file) ?? ''),
			heldBack: decisions.photos.get(photo.id)?.reasons.map(({ reason }) => reason) ?? [],
			galleries: where.get(photo.id) ?? [],
		})),
		problems: problemsOf(content, problems, stamps),
	};
}

function galleryView(gallery: GalleryRecord, content: Content, decisions: Decisions): GalleryView {
	const entry = Object.entries(rawOf(gallery.origin.source)).filter(([key]) => key !== 'photos');
	return {
		id: gallery.id,
		folder: gallery.folder,
		isPublished: decisions.galleries.get(gallery)?.published ?? false,
		entry: Object.fromEntries(entry),
		hangings: hangingsOf(gallery, content),
	};
}

function photoView(
	photo: PhotoRecord,
	stamps: Stamps,
): Omit<PhotoView, 'shown' | 'heldBack' | 'galleries'> {
	const { id, gallery, file, size } = photo;
	const entry = entryOf(photo);
	const covered = JSON.stringify(own(entry, 'redact') ?? null);
	return {
		...{ id, gallery, file, ...size, entry },
		version: shaOf(`${stamps.get(file)} ${covered}`).slice(0, 12),
	};
}

function entryOf({ origin: { source, path } }: PhotoRecord): Values {
	const found = path.reduce<unknown>((value, key) => own(value, key), rawOf(source));
	return path.length > 0 ? ((found ?? {}) as Values) : {};
}

function placesOf(galleries: readonly GalleryView[]): Map<string, string[]> {
	const places = new Map<string, string[]>();
	for (const { id, hangings } of galleries) {
		for (const { key, kind } of hangings) {
			if (kind === 'text') continue;
			places.set(key, [...(places.get(key) ?? []), id]);
		}
	}
	return places;
}

const storyName = /^stories\/([a-z0-9-]+)\.([A-Za-z0-9-]+)\.md$/;

/** Their files as they are, front matter and all; also those that cannot be understood: they want mending. */
export async function storyViews(
	stamps: Stamps,
	read: (file: string) => Promise<string | undefined>,
): Promise<StoryView[]> {
	const stories = [...stamps.keys()].map(async (file): Promise<StoryView[]> => {
		const [, id, lang] = storyName.exec(file) ?? [];
		const text = id && lang ? await read(file) : undefined;
		if (!id || !lang || text === undefined) return [];
		return [{ id, lang, text: text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n') }];
	});
	return (await Promise.all(stories)).flat();
}
