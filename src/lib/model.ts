import type { Help, Organisation, Venue, Withdrawal } from './contact-model.ts';
import type { Kiosk, Site } from './kiosk-model.ts';
import type { Story } from './story-model.ts';
import type { Words } from './words-model.ts';

/**
 * The published exhibition: what may leave the house, and nothing else.
 *
 * These types are the contract between reading (`server/content`), picturing (`server/images`)
 * and showing (`routes`, `components`). No type here has room for a consent, a note, a reference,
 * a file name of a source or an exact place that was not asked for: those live in
 * `server/content/record.ts` and stop at `publish.ts`.
 */

import type { FacetValue } from './facets.ts';

/** A BCP 47 tag as the curator writes it, such as `tg`. */
export type Language = string;

/** A text in each language that has it. */
export type Text = Readonly<Record<Language, string>>;

/** Names of recordings in `media/`, `<hash>.<mp3|m4a|ogg>`, by the language that is spoken. */
export type Recordings = Readonly<Record<Language, string>>;

export type Wall = 'night' | 'paper';
export type DatePrecision = 'year' | 'month' | 'day';

/** `2016`, `2016-11` or `2016-11-03`: already cut to the precision that may be shown. */
export interface PhotoDate {
	value: string;
	precision: DatePrecision;
}

/** Already cut to its precision: what is finer than allowed is absent. `point` is latitude, longitude in degrees. */
export interface Place {
	name?: Text;
	country?: string;
	region?: Text;
	city?: Text;
	point?: readonly [number, number];
}

/** Whose picture it is: `photographer` is a key of `Exhibition.photographers`, `creator` a name that the file gives. */
export interface Credit {
	photographer?: string;
	creator?: string;
	line?: Text;
	copyright?: Text;
}

export type WarningKind =
	'violence' | 'exploitation' | 'death' | 'sexual_violence' | 'distress' | 'other';

/** A content note, shown before what it warns of. */
export interface Warning {
	kind: WarningKind;
	text?: Text;
}

/** One encoded file of a picture. `name` is `<hash>-<width>.<format>`; width and height in pixels. */
export interface Rendition {
	name: string;
	format: 'avif' | 'jpg';
	width: number;
	height: number;
}

/** All files of one photo, widest last within a format. Width and height are those of the upright picture. */
export interface Picture {
	width: number;
	height: number;
	/** `#rrggbb`, the mean of its pixels, shown until they arrive; in development it is not known yet. */
	colour?: string;
	renditions: readonly Rendition[];
	/** Crops of 3 by 2, for entrance and rooms; absent where it is no cover or may not be cropped. */
	cover?: readonly Rendition[];
	/** Crops of 4 by 5 for a telephone's first screen; absent where it does not open the exhibition. */
	tall?: readonly Rendition[];
	/** JPEG of 1200 by 630 for shared links; absent where none may be shown. */
	card?: Rendition;
	/** For looking closely: below `iiif/images/<key>/`, at 1, 2, 4 … pixels of these to one of a tile (`tiles.ts`). */
	tiles?: { key: string; width: number; height: number; size: number; factors: readonly number[] };
}

export interface Photo {
	id: string;
	/** The gallery of its canonical page. */
	gallery: string;
	title?: Text;
	caption?: Text;
	alt?: Text;
	description?: Text;
	transcript?: Text;
	/** The caption read aloud. */
	audio?: Recordings;
	credit: Credit;
	licence?: { url?: string; acquire?: string };
	/** What a person who was asked allows others to do with it; absent where nobody was. */
	reuse?: 'here' | 'press';
	date?: PhotoDate;
	place?: Place;
	people: readonly string[];
	keywords: readonly string[];
	/** Fractions of the upright picture: x from the left, y from the top. */
	focal: readonly [number, number];
	crop: boolean;
	zoom: boolean;
	warnings: readonly Warning[];
	/** Part of the picture is covered: the reader is told. */
	covered: boolean;
	/** May search engines and feeds have it? */
	indexing: boolean;
	/** Day after which it must not be shown any more. */
	until?: string;
	/** Day from which it may be shown, where one was written: feeds are sorted by it. */
	since?: string;
	digitalSourceType?: string;
	picture: Picture;
}

/** What hangs on a wall, in order. A photo is named by its id, a wall text stands for itself. */
export type Hanging =
	| { kind: 'photo'; id: string; hang: 'lead' | 'row'; section?: string }
	| { kind: 'text'; text: Text; audio?: Recordings; section?: string };

export type Section = { id: string; title?: Text };

export interface Gallery {
	id: string;
	title: Text;
	summary?: Text;
	text?: Text;
	/** Id of a published photo without a content note; absent where there is none. */
	cover?: string;
	wall: Wall;
	warnings: readonly Warning[];
	support?: Text;
	sections: readonly Section[];
	hangings: readonly Hanging[];
}

export interface Person {
	name: Text;
	nameChanged: boolean;
	linkable: boolean;
}

export interface Photographer {
	name: Text;
	biography?: Text;
	statement?: Text;
	portrait?: string;
	url?: string;
}

export interface Exhibition {
	/** `open`: no exhibition.yaml, so nothing is known of consent. */
	mode: 'open' | 'curated';
	channel: Site;
	/** In a kiosk's build alone. */
	kiosk?: Kiosk;
	title: Text;
	summary?: Text;
	/** The first is the source, from which the others are translated. */
	languages: readonly Language[];
	publicUrl?: string;
	wall: Wall;
	galleries: readonly Gallery[];
	/** Id of the photo of the entrance's first screen. */
	opening?: string;
	/** Addresses that say that their picture was withdrawn. */
	withdrawn: readonly { gallery: string; photo: string }[];
	/** By id; only what is published. */
	photos: Readonly<Record<string, Photo>>;
	/** By id, the newest first. */
	stories: Readonly<Record<string, Story>>;
	photographers: Readonly<Record<string, Photographer>>;
	people: Readonly<Record<string, Person>>;
	facets: readonly FacetValue[];
	organisation?: Organisation;
	venues: readonly Venue[];
	help: readonly Help[];
	withdrawal?: Withdrawal;
	warnings: readonly Warning[];
	/** Corrections of the interface's own words, by language. */
	words: Readonly<Record<Language, Words>>;
}
