import { autonym } from '../i18n/dates.ts';
import { pick } from '../i18n/fallback.ts';
import type { Exhibition, Language, Recordings } from '../model.ts';
import { attributes, type Words } from './words.ts';

/** A recording in the reader's language, or in the one that stands in. */
export interface ShownRecording {
	/** Of its file in `media/`. */
	name: string;
	/** The language that is spoken, named in itself, where that is not the page's. */
	language?: Words;
}

export function showRecording(
	{ languages }: Pick<Exhibition, 'languages'>,
	recordings: Recordings | undefined,
	page: Language,
): ShownRecording | undefined {
	const chosen = pick(recordings, page, languages);
	if (!chosen) return undefined;
	const { text: name, lang } = chosen;
	if (lang === page) return { name };
	return { name, language: { text: autonym(lang), ...attributes(lang, page) } };
}
