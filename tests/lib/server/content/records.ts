import { decideAll } from '../../../../src/lib/server/content/decisions.ts';
import { publicExhibition } from '../../../../src/lib/server/content/public.ts';
import { readContent } from '../../../../src/lib/server/content/read.ts';
import type {
	Content,
	GalleryRecord,
	HangingRecord,
	PhotoRecord,
	StoryRecord,
} from '../../../../src/lib/server/content/record.ts';
import type { Problem } from '../../../../src/lib/server/content/problems.ts';
import type { Exhibition, Picture } from '../../../../src/lib/model.ts';
import { contentFolder } from '../../../support/folder.ts';

const origin = { path: [], file: 'room/gallery.yaml' };

/** A photo in which nobody is visible, published unless it is told otherwise. */
export function photo(some: Partial<PhotoRecord> = {}): PhotoRecord {
	const id = some.id ?? 'tea';
	return {
		id,
		gallery: 'room',
		file: `room/${id}.jpg`,
		origin,
		entry: {},
		alt: { en: `${id} seen` },
		credit: {},
		people: [],
		keywords: [],
		focal: [0.5, 0.5],
		crop: true,
		zoom: false,
		maxWidth: 2048,
		stories: [],
		warnings: [],
		redact: [],
		consent: { status: 'not_needed' },
		published: true,
		size: { width: 48, height: 32 },
		...some,
	};
}

export function gallery(some: Partial<GalleryRecord> = {}): GalleryRecord {
	return {
		id: 'room',
		folder: 'room',
		origin,
		title: { en: 'Room' },
		published: true,
		warnings: [],
		sections: [],
		hangings: [],
		...some,
	};
}

export const hung = (id: string, kind: 'photo' | 'ref' = 'photo'): HangingRecord => ({
	kind,
	id,
	hang: 'row',
	origin,
});

export function story(some: Partial<StoryRecord> = {}): StoryRecord {
	const file = 'stories/train.en.md';
	return {
		id: 'train',
		lang: 'en',
		file,
		origin: { path: [], file },
		matter: { title: 'The train' },
		body: '',
		...some,
	};
}

/** A curated exhibition; without `galleries`, all of its photos hang in one. */
export function content(some: Partial<Content> = {}): Content {
	const photos = some.photos ?? [photo()];
	return {
		mode: 'curated',
		root: '/exhibition',
		exhibition: { format: 1, title: 'An exhibition', languages: ['en'] },
		languages: ['en'],
		galleries: [gallery({ hangings: photos.map(({ id }) => hung(id)) })],
		photos,
		stories: [],
		leftOut: [],
		words: {},
		reviewed: [],
		problems: [],
		...some,
	};
}

export const picture: Picture = { width: 48, height: 32, renditions: [] };

/** What is published of it, on the web where nothing else is said; every photo has its picture. */
export function published(
	all: Content,
	day = '2026-11-24',
	channel: 'web' | 'kiosk' = 'web',
): Exhibition {
	const pictures = new Map(all.photos.map(({ id }) => [id, picture]));
	return publicExhibition(all, decideAll(all, day, channel), pictures);
}

/** An exhibition.yaml that nothing is to be said about. */
export function exhibitionYaml(more = '', languages = 'en'): string {
	return `format: 1
title: { ${languages
		.split(', ')
		.map((language) => `${language}: An exhibition`)
		.join(', ')} }
languages: [${languages}]
public_url: https://exhibition.example.org
help: [{ text: { ${languages
		.split(', ')
		.map((language) => `${language}: Call`)
		.join(', ')} } }]
withdrawal: { days: 3 }
${more}`;
}

/** A line of `photos:` for a picture in which nobody is visible; `more` as in `, id: tea`. */
export function entry(file: string, more = ''): string {
	return `  - { file: ${file}, alt: Seen, consent: { status: not_needed }${more} }\n`;
}

export async function read(
	files: Readonly<Record<string, string | Buffer | true>>,
): Promise<Content> {
	return readContent(await contentFolder(files));
}

/** `level file:line:column: message`, one a line. */
export function told(problems: readonly Problem[]): string[] {
	return problems.map(
		({ level, file, line, column, message }) => `${level} ${file}:${line}:${column}: ${message}`,
	);
}
