import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { parse } from 'yaml';
import type { Entry } from '../../../src/studio/app/read.ts';
import type { GalleryView, Hanging, PhotoView, View } from '../../../src/studio/contract/view.ts';
import { checkout } from '../corpus.ts';

export const photosFolder = join(checkout, 'photos');

const yaml = (path: string) => parse(readFileSync(join(photosFolder, path), 'utf8')) as Entry;
const keyOf = (file: string) => file.replace(/\.[^.]*$/, '');

function hangingOf(item: Entry, at: number): Hanging {
	const common = {
		section: item.section as string | undefined,
		hang: item.hang === 'lead' ? 'lead' : 'row',
	} as const;
	if (typeof item.file === 'string') return { key: keyOf(item.file), kind: 'photo', ...common };
	if (typeof item.ref === 'string') return { key: item.ref, kind: 'ref', item, ...common };
	return { key: `text-${at}`, kind: 'text', item, ...common };
}

async function photoOf(gallery: string, entry: Entry): Promise<PhotoView> {
	const file = String(entry.file);
	const { width, height } = await sharp(join(photosFolder, gallery, file)).metadata();
	const isHeld = entry.consent === undefined;
	return {
		...{ id: keyOf(file), gallery, file: `${gallery}/${file}`, width, height, entry },
		...{
			shown: {},
			version: '1',
			heldBack: isHeld ? ['no consent is noted'] : [],
			galleries: [gallery],
		},
	};
}

/** The sample exhibition as a view, read simply; enlarged by copies to at least `least` photos in its first gallery. */
export async function sampleView(least = 0): Promise<View> {
	const exhibition = yaml('exhibition.yaml');
	const photos: PhotoView[] = [];
	const galleries: GalleryView[] = [];
	for (const id of exhibition.galleries as string[]) {
		const { photos: list, ...entry } = yaml(`${id}/gallery.yaml`);
		const items = list as Entry[];
		const pictures = items.filter(({ file }) => file);
		photos.push(...(await Promise.all(pictures.map((one) => photoOf(id, one)))));
		galleries.push({ id, folder: id, isPublished: true, entry, hangings: items.map(hangingOf) });
	}
	const view: View = {
		...{ revision: 1, folder: 'photos', languages: exhibition.languages as string[], exhibition },
		...{ galleries, photos, stories: stories(), problems: [] },
	};
	return least > photos.length ? enlarged(view, least) : view;
}

function stories() {
	const names = readdirSync(join(photosFolder, 'stories'));
	return names.flatMap((name) => {
		const [, id, lang] = /^(.*)\.(\w+)\.md$/.exec(name) ?? [];
		const text = readFileSync(join(photosFolder, 'stories', name), 'utf8');
		return id && lang ? [{ id, lang, text }] : [];
	});
}

function enlarged(view: View, least: number): View {
	const [gallery, ...others] = view.galleries;
	const more = Array.from({ length: least - view.photos.length }, (_, at): PhotoView => {
		const one = view.photos[at % view.photos.length]!;
		return { ...one, id: `${one.id}-${at}`, gallery: gallery!.id, version: `1&of=${one.id}` };
	});
	const hangings = more.map(({ id }): Hanging => ({ key: id, kind: 'photo', hang: 'row' }));
	return {
		...view,
		galleries: [{ ...gallery!, hangings: [...gallery!.hangings, ...hangings] }, ...others],
		photos: [...view.photos, ...more],
	};
}
