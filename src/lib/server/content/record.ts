import type { Credit, Section, Text, Wall, Warning } from '../../model.ts';
import type { Words } from '../../words-model.ts';
import type { Embedded } from './metadata/read.ts';
import type { Problem } from './problems.ts';
import type { ExhibitionFile } from './schema/exhibition.ts';
import type { Consent, Defaults, PhotoEntry, Region } from './schema/photo.ts';
import type { StoryMatter } from './schema/story.ts';
import type { Path, Source } from './source.ts';

/**
 * The exhibition as its curator keeps it, private parts and all. Nothing of this reaches a page:
 * `public.ts` makes the published exhibition (`model.ts`) out of it, and `publish.ts` says what of it.
 */
export interface Content {
	mode: 'open' | 'curated';
	/** Absolute path of the content folder. */
	root: string;
	exhibition: Partial<ExhibitionFile>;
	languages: readonly string[];
	source?: Source;
	galleries: readonly GalleryRecord[];
	photos: readonly PhotoRecord[];
	stories: readonly StoryRecord[];
	/** Pictures that cannot be shown and that nobody asked for. */
	leftOut: readonly { file: string; reason: string }[];
	/** Corrections of the interface's words, by language; whose words a speaker has reviewed. */
	words: Readonly<Record<string, Words>>;
	reviewed: readonly string[];
	problems: readonly Problem[];
}

/** Where something was written, so that a problem can name the line. */
export interface Origin {
	source?: Source;
	path: Path;
	/** Shown where there is no YAML: the picture or the folder itself, relative to the content folder. */
	file: string;
}

export interface GalleryRecord {
	id: string;
	/** Relative to the content folder; '' is that itself. */
	folder: string;
	origin: Origin;
	title: Text;
	summary?: Text;
	text?: Text;
	cover?: string;
	wall?: Wall;
	published: boolean;
	publishAt?: string;
	unpublishAt?: string;
	warnings: readonly Warning[];
	support?: Text;
	sections: readonly Section[];
	hangings: readonly HangingRecord[];
	defaults?: Defaults;
}

/** Recordings by language, relative to the content folder. */
export type AudioFiles = Readonly<Record<string, string>>;

export type HangingRecord =
	| { kind: 'photo' | 'ref'; id: string; hang: 'lead' | 'row'; section?: string; origin: Origin }
	| { kind: 'text'; text: Text; audio?: AudioFiles; section?: string; origin: Origin }
	/** Its file is not there any more; its address says that it was withdrawn. */
	| { kind: 'gone'; id: string; section?: undefined; origin: Origin };

export interface PlaceRecord {
	name?: Text;
	country?: string;
	region?: Text;
	city?: Text;
	point?: readonly [number, number];
	precision: 'country' | 'region' | 'city' | 'exact' | 'hidden';
}

export interface PhotoRecord {
	id: string;
	gallery: string;
	/** Relative to the content folder. */
	file: string;
	origin: Origin;
	/** As written, for what is asked of it rarely. */
	entry: Partial<PhotoEntry>;
	title?: Text;
	caption?: Text;
	alt?: Text;
	description?: Text;
	transcript?: Text;
	audio?: AudioFiles;
	credit: Credit;
	licence?: { url?: string; acquire?: string };
	date?: { value: string; precision: 'year' | 'month' | 'day' | 'hidden' };
	place?: PlaceRecord;
	people: readonly string[];
	keywords: readonly string[];
	focal: readonly [number, number];
	crop: boolean;
	zoom: boolean;
	/** Widest rendition in pixels. */
	maxWidth: number;
	stories: readonly string[];
	warnings: readonly Warning[];
	redact: readonly Region[];
	consent?: Consent;
	indexing?: boolean;
	published: boolean;
	digitalSourceType?: string;
	/** What its file says of itself, used or not. */
	embedded?: Embedded;
	/** Pixels of the upright picture. */
	size: { width: number; height: number };
	/** Its file was not opened, so nothing is known that it says of itself. */
	unread?: true;
	/** Its gallery's days, which hold for it too. */
	publishAt?: string;
	unpublishAt?: string;
}

export interface StoryRecord {
	id: string;
	lang: string;
	file: string;
	origin: Origin;
	matter: Partial<StoryMatter>;
	body: string;
}
