import type { Text } from '../../lib/model.ts';
import type { Json, SetOperation, Subject } from '../contract/operations.ts';
import type { Place } from './fields.ts';

/** New texts by language; undefined: the text goes. */
export type NewTexts = Readonly<Record<string, string | undefined>>;

/**
 * What makes one field say new texts. A map is changed language by language; a plain string, which is the source's,
 * and a text that only the file or a default has, become a map, with what they said.
 *
 * @param shown what it says now, in all languages
 */
export function rewritten(
	of: Subject,
	{ path, written, wrap }: Place,
	{ shown, source }: { shown: Text; source: string },
	texts: NewTexts,
): SetOperation[] {
	const whole = filled({ ...(isMap(written) ? written : shown), ...texts });
	const isEmpty = Object.keys(whole).length === 0;
	if (isMap(written) && !isEmpty)
		return Object.entries(texts).map(([language, text]) =>
			setting(of, [...path, language], written[language], text),
		);
	const stays = typeof written === 'string' && Object.keys(whole).join() === source;
	const value = isEmpty ? undefined : stays ? whole[source] : whole;
	return [setting(of, path, written, wrap(value))];
}

/** Without keys that say nothing: over the wire they would be gone. */
export function setting(
	of: Subject,
	path: readonly string[],
	was: Json | undefined,
	value: Json | undefined,
): SetOperation {
	return {
		...{ do: 'set', of, path },
		...(was !== undefined && { was }),
		...(value !== undefined && { value }),
	};
}

type Map = { readonly [key: string]: Json };

function isMap(written: Json | undefined): written is Map {
	return typeof written === 'object' && written !== null && !Array.isArray(written);
}

function filled(texts: Readonly<Record<string, Json | undefined>>): Map {
	const kept = Object.entries(texts).filter(([, text]) => text !== undefined);
	return Object.fromEntries(kept) as Map;
}
