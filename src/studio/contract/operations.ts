/**
 * What the curator's desk and its server say to each other. Photos and galleries are named by their ids, never by a
 * path or a place in a list: both change under the one who looks at them.
 */

export type Json =
	string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What a value belongs to. */
export type Subject =
	| { kind: 'exhibition' }
	| { kind: 'gallery'; gallery: string }
	| { kind: 'section'; gallery: string; section: string }
	/** Its entry in the file of the gallery whose folder holds it; an entry is made for one that has none. */
	| { kind: 'photo'; photo: string }
	/** A wall text or a `ref:`, by its key (see `Hanging`). */
	| { kind: 'text'; gallery: string; key: string };

/**
 * One field. It is written only where the file still says what the curator saw (`was`), so that two people's edits of
 * different fields both stay and those of one field are shown to them.
 */
export interface SetOperation {
	do: 'set';
	of: Subject;
	/** Keys within the subject's own map: `['caption', 'tg']`, `['consent', 'status']`. */
	path: readonly string[];
	/** Absent: there was none. */
	was?: Json;
	/** Absent: the key goes. */
	value?: Json;
}

/**
 * Hanging order. The keys come to stand together, in the order they are given, before another, or at the end. A photo
 * of the gallery's folder that hangs nowhere yet comes onto the wall with it.
 */
export interface MoveOperation {
	do: 'move';
	gallery: string;
	keys: readonly string[];
	before: string | null;
	/** Their section from now on; null: none; absent: as it is. */
	section?: string | null;
}

/** Something new in a gallery's list: a wall text, a `ref:` to a photo of another gallery, a section. */
export interface InsertOperation {
	do: 'insert';
	gallery: string;
	list: 'photos' | 'sections';
	item: Json;
	before: string | null;
}

/** Away from the list, not from the disk: a wall text, a `ref:`, a section that nothing hangs in. */
export interface TakeOperation {
	do: 'take';
	gallery: string;
	list: 'photos' | 'sections';
	key: string;
}

/** The photo, its entry and its file go into another gallery's folder. */
export interface RehomeOperation {
	do: 'rehome';
	photo: string;
	gallery: string;
	before: string | null;
}

/** Its file goes into the studio's trash, its entry away. */
export interface RemoveOperation {
	do: 'remove';
	photo: string;
}

/** A story's whole file, front matter and all. */
export interface StoryOperation {
	do: 'story';
	story: string;
	lang: string;
	/** Absent: there was no such file. */
	was?: string;
	/** Absent: the file goes. */
	text?: string;
}

export type Operation =
	| SetOperation
	| MoveOperation
	| InsertOperation
	| TakeOperation
	| RehomeOperation
	| RemoveOperation
	| StoryOperation;

/** What is done at once and undone at once. */
export interface Step {
	operations: readonly Operation[];
	/** For the history: "Moved 3 photos". */
	title: string;
}

/** A field that says something else by now. The same operation with `was: theirs` writes `yours` over it. */
export interface Conflict {
	operation: Operation;
	/** What a curator calls the place: "caption, tg, of train-window". */
	place: string;
	base?: Json;
	yours?: Json;
	theirs?: Json;
}

/** Nothing of a step is written where there is one conflict. */
export type Outcome =
	| {
			done: true;
			revision: number;
			/** Changed beside us and kept. */ alsoOutside: readonly string[];
	  }
	| { done: false; conflicts: readonly Conflict[] };
