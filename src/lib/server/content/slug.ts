import slugify from '@sindresorhus/slugify';
import { mentions } from './names.ts';

/** Longer ones are cut at a hyphen: addresses are read aloud and printed on labels. */
const longest = 80;

const tajik: [string, string][] = [
	['ӣ', 'i'],
	['Ӣ', 'I'],
	['ӯ', 'u'],
	['Ӯ', 'U'],
	['ҷ', 'j'],
	['Ҷ', 'J'],
	['ҳ', 'h'],
	['Ҳ', 'H'],
	['қ', 'q'],
	['Қ', 'Q'],
	['ғ', 'gh'],
	['Ғ', 'Gh'],
];

/** Each name is asked for several times, and most of the work is the transliteration. */
const known = new Map<string, string>();
const mostKnown = 100_000;

/** Small Latin letters, digits and single hyphens from a name in any script; '' where nothing is left. */
export function slug(name: string): string {
	const before = known.get(name);
	if (before !== undefined) return before;
	if (known.size >= mostKnown) known.clear();
	const made = transliterated(name);
	known.set(name, made);
	return made;
}

function transliterated(name: string): string {
	const whole = slugify(name.normalize('NFC'), { decamelize: false, customReplacements: tajik });
	if (whole.length <= longest) return whole;
	const cut = whole.slice(0, longest + 1);
	return cut.slice(0, cut.lastIndexOf('-') > 20 ? cut.lastIndexOf('-') : longest);
}

const reserved = /^(index|con|prn|aux|nul|com\d|lpt\d)$/;
const camera =
	/^(img-?e|img|image|imag|mg|dsc|dscf|dscn|dcs|dcp|imgp|pict|picture|pic|photo|foto|sam|cimg|hpim|kif|gopr|gp|gx|gh|dji|mvimg|pxl|wp|vid|mov|mvi|sdim|epsn|dc|p|r|scan|screenshot|burst)?-?\d+(-\d+)*(-?(hdr|pano|edit|edited|copy|[a-z]))?(-\d+)?$/;
const fullDate = /(^|[^\d])(19|20)\d{2}-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])([^\d]|$)/;

/** Is it a word that computers reserve, and so no good name of a folder? */
export function isReserved(name: string): boolean {
	return reserved.test(name);
}

/** Why a file's stem should not be part of an address; undefined if it may. `listed` are real names. */
export function unfit(stem: string, listed: readonly string[] = []): string | undefined {
	const name = slug(stem);
	if (name === '') return 'has no letters that an address can hold';
	if (isReserved(name)) return 'is a word that computers reserve';
	if (fullDate.test(name)) return 'tells a date';
	if (camera.test(name)) return "is a camera's counter or a time";
	return holdsListed(stem, listed) ? 'holds a name that must not be published' : undefined;
}

/**
 * Is one of the names that must not appear in it, as words of their own? File names write words
 * together and count them, and in any script: `RahimKarimov2` holds "Раҳим Каримов".
 *
 * @param listed as they are written in the list
 */
export function holdsListed(name: string, listed: readonly string[]): boolean {
	if (listed.length === 0) return false;
	const apart = name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/\d+/g, ' ');
	const words = slug(apart);
	return patternsOf(listed).some((one) => one.test(words)) || mentions(apart, listed);
}

const patterns = new WeakMap<readonly string[], RegExp[]>();

function patternsOf(listed: readonly string[]): RegExp[] {
	const before = patterns.get(listed);
	if (before) return before;
	const slugs = listed.map(slug).filter(Boolean);
	const made = slugs.map((one) => new RegExp(`(^|-)${one.replaceAll('-', '-?')}(-|$)`));
	patterns.set(listed, made);
	return made;
}
