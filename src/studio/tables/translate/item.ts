import type { Path } from '../../../lib/server/content/source.ts';
import type { Json, Subject } from '../../contract/operations.ts';

/** Where a translation is written. */
export type Home =
	| { kind: 'field'; of: Subject; path: Path; whole: Json }
	| { kind: 'story'; story: string; part: string }
	| { kind: 'word'; word: string; category?: string };

/** One text to translate. */
export interface Item {
	/** Stays the same when entries change their order. */
	key: string;
	/** What `translations.json` knows it by: a story is one text there. */
	ledger?: string;
	/** For people: "The road · Tea by the window · caption". */
	place: string;
	photo?: string;
	texts: Readonly<Record<string, string>>;
	home: Home;
}

/** The inner value at a path. */
export function at(value: Json | undefined, path: Path): Json | undefined {
	let inner: unknown = value;
	for (const step of path) inner = (Object(inner) as Record<string | number, unknown>)[step];
	return inner as Json | undefined;
}
