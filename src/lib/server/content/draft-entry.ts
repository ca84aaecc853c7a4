import type { Embedded, Texts } from './metadata/embedded.ts';
import { asText } from './text.ts';

/**
 * What a file says of itself, as a draft of its entry: in languages of the exhibition, the first of which
 * a text without one is taken for. Never who is in it, nor where it was taken by position.
 */
export function draftEntry(
	file: string,
	embedded: Embedded,
	languages: readonly string[],
): Record<string, unknown> {
	const text = (texts: Texts | undefined) => known(asText(texts, languages[0] ?? 'en'), languages);
	const { creator, date, place, keywords, webStatement, acquire } = embedded;
	const entry = {
		...{ file, status: 'draft' },
		title: text(embedded.title),
		caption: text(embedded.caption),
		alt: text(embedded.alt),
		description: text(embedded.description),
		credit: filled({
			line: text(embedded.credit ?? creator),
			copyright: text(embedded.copyright),
		}),
		licence: filled({ url: webStatement, acquire }),
		date: date && { value: date },
		place: place && filled({ ...place }),
		keywords: keywords?.length ? keywords : undefined,
		digital_source_type: embedded.digitalSourceType,
	};
	return filled(entry) ?? {};
}

function known(text: ReturnType<typeof asText>, languages: readonly string[]) {
	const entries = Object.entries(text ?? {}).filter(([language]) => languages.includes(language));
	return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function filled(fields: Record<string, unknown>): Record<string, unknown> | undefined {
	const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
	return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
