import type { Exhibition, Gallery, Hanging, Photo } from '../../../src/lib/model.ts';

/** Published content for tests, with only what a test is about. */
export function madePhoto(id: string, more: Partial<Photo> = {}): Photo {
	return {
		id,
		gallery: 'road',
		credit: {},
		people: [],
		keywords: [],
		focal: [0.5, 0.5],
		crop: true,
		zoom: true,
		warnings: [],
		covered: false,
		indexing: true,
		picture: { width: 48, height: 32, renditions: [] },
		...more,
	};
}

export function hung(id: string, hang: 'lead' | 'row' = 'row', section?: string): Hanging {
	return { kind: 'photo', id, hang, section };
}

export function madeGallery(
	id: string,
	hangings: readonly Hanging[] = [],
	more: Partial<Gallery> = {},
): Gallery {
	return {
		id,
		title: { en: `The ${id}` },
		wall: 'night',
		warnings: [],
		sections: [],
		hangings,
		...more,
	};
}

export function madeExhibition(more: Partial<Exhibition> = {}, ...photos: Photo[]): Exhibition {
	return {
		mode: 'curated',
		channel: 'web',
		title: { en: 'An exhibition' },
		languages: ['en', 'fa', 'tg'],
		wall: 'night',
		galleries: [],
		withdrawn: [],
		photos: Object.fromEntries(photos.map((photo) => [photo.id, photo])),
		stories: {},
		photographers: {},
		people: {},
		facets: [],
		venues: [],
		help: [],
		warnings: [],
		words: {},
		...more,
	};
}
