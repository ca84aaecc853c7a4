import type { Interface, Key } from '../i18n/interface.ts';
import type { Text } from '../model.ts';

/** Texts of a IIIF resource by language; `none` where a text is in no language. */
export type LanguageMap = Readonly<Record<string, readonly string[]>>;

/** A word of the interface in every language of the exhibition that it speaks. */
export type SayAll = (key: Key) => Text;

export function sayAll(interfaces: readonly Interface[]): SayAll {
	return (key) => Object.fromEntries(interfaces.map(({ lang, t }) => [lang, t(key)]));
}

/** Undefined where there is nothing to say: an empty map is against the standard. */
export function mapOf(...texts: readonly (Text | undefined)[]): LanguageMap | undefined {
	const pairs = texts.flatMap((text) => Object.entries(text ?? {}));
	const map: Record<string, string[]> = {};
	for (const [lang, text] of pairs) if (text.trim() !== '') (map[lang] ??= []).push(text);
	return Object.keys(map).length > 0 ? map : undefined;
}

export function none(text: string): LanguageMap {
	return { none: [text] };
}

/**
 * What `rights` may be: an address of Creative Commons or RightsStatements.org, in the form in which
 * these name their statements (Presentation API 3.0, section 3.2). Others stand in the statement.
 */
export function rightsOf(licence: string | undefined): string | undefined {
	const address = licence?.replace(/^https:/i, 'http:').replace(/\/deed(\.[\w-]+)?\/?$/, '/');
	const creative = /^http:\/\/creativecommons\.org\/(licenses|publicdomain)\/[a-z-]+\/\d/;
	if (address && creative.test(address)) return address;
	const statement = /^http:\/\/rightsstatements\.org\/(?:vocab|page)\/([\w-]+)\/([\d.]+)/.exec(
		address ?? '',
	);
	return statement
		? `http://rightsstatements.org/vocab/${statement[1]}/${statement[2]}/`
		: undefined;
}
