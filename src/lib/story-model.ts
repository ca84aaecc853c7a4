import type { Language, Text, Warning } from './model.ts';

/** A piece of a story, from top to bottom. */
export type StoryBlock =
	/** Paragraphs, headings, lists, quotations, emphasis and links, already cleaned. */
	| { kind: 'prose'; html: string }
	| { kind: 'photo'; id: string; size: 'column' | 'wide' | 'full' }
	| { kind: 'gallery'; id: string }
	/** `by`: the id of a person. */
	| { kind: 'quote'; text: string; by?: string };

/** A story in one language. */
export interface StoryText {
	title: string;
	summary?: string;
	byline?: { toldBy?: string; writtenBy?: string; translatedBy?: string };
	blocks: readonly StoryBlock[];
	/** Read aloud: its file in `media/`. */
	audio?: string;
}

export interface StoryEvent {
	/** Days, such as `2026-12-05`. */
	starts?: string;
	ends?: string;
	/** Last day for entries. */
	deadline?: string;
	place?: Text;
	/** Over, and closed for entries, as of the day on which the site was built. */
	past: boolean;
	closed: boolean;
	url?: string;
}

export interface Story {
	id: string;
	kind: 'story' | 'news' | 'event';
	/** `2016`, `2016-11` or `2016-11-03`. */
	date?: string;
	event?: StoryEvent;
	people: readonly string[];
	/** Published photos that it shows, or that name it. */
	photos: readonly string[];
	warnings: readonly Warning[];
	/** Day after which it must not be shown any more. */
	until?: string;
	/** By language; at least one. */
	texts: Readonly<Record<Language, StoryText>>;
}
