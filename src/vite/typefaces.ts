/** A face of one typeface: a file of a Fontsource package, cut down to some letters. */
export interface Face {
	/** Name of its file, without extension. */
	name: string;
	family: string;
	/** Package and file below `node_modules/@fontsource-variable/`. */
	source: string;
	/** Code points, first and last of each run. */
	letters: readonly (readonly [number, number])[];
	/** The one that is kept: a face that varies is twice as large. Bold is left to the browser. */
	weight: number;
}

type Letters = Face['letters'];

/** Digits, punctuation and signs: what a page in Cyrillic needs of the Latin file. The odd Latin word is left to the system. */
const signs: Letters = [
	[0x20, 0x40],
	[0x5b, 0x60],
	[0x7b, 0x7e],
	[0xa0, 0xa0],
	[0xa9, 0xa9],
	[0xab, 0xab],
	[0xb7, 0xb7],
	[0xbb, 0xbb],
	[0x2010, 0x2014],
	[0x2018, 0x201e],
	[0x2026, 0x2026],
	[0x2116, 0x2116],
];
/** The languages of western Europe, and Uzbek. */
const latin: Letters = [
	[0x20, 0x7e],
	[0xa0, 0xff],
	[0x152, 0x153],
	[0x2bb, 0x2bc],
	[0x2010, 0x2014],
	[0x2018, 0x201e],
	[0x2020, 0x2022],
	[0x2026, 0x2026],
	[0x2039, 0x203a],
	[0x20ac, 0x20ac],
	[0x2116, 0x2116],
];
/** Russian, Ukrainian, Belarusian. */
const cyrillic: Letters = [
	[0x401, 0x401],
	[0x404, 0x407],
	[0x40e, 0x40e],
	[0x410, 0x44f],
	[0x451, 0x451],
	[0x454, 0x457],
	[0x45e, 0x45e],
];
/** What Tajik, Kyrgyz, Kazakh, Uzbek and Tatar have besides. */
const cyrillicMore: Letters = [
	[0x490, 0x493],
	[0x496, 0x497],
	[0x49a, 0x49b],
	[0x4a2, 0x4a3],
	[0x4ae, 0x4b3],
	[0x4b6, 0x4b7],
	[0x4ba, 0x4bb],
	[0x4d8, 0x4d9],
	[0x4e2, 0x4e3],
	[0x4e8, 0x4e9],
	[0x4ee, 0x4ef],
];
/** Persian, Dari, Pashto, Arabic, Urdu, with their digits and signs. */
const arabic: Letters = [
	[0x20, 0x21],
	[0x28, 0x29],
	[0x2d, 0x2f],
	[0x3a, 0x3a],
	[0xa0, 0xa0],
	[0xab, 0xab],
	[0xb7, 0xb7],
	[0xbb, 0xbb],
	[0x60c, 0x60c],
	[0x61b, 0x61b],
	[0x61f, 0x61f],
	[0x621, 0x655],
	[0x660, 0x66c],
	[0x670, 0x670],
	[0x679, 0x67e],
	[0x681, 0x681],
	[0x685, 0x689],
	[0x691, 0x693],
	[0x696, 0x69a],
	[0x6a9, 0x6af],
	[0x6ba, 0x6bc],
	[0x6be, 0x6c3],
	[0x6cc, 0x6d5],
	[0x6f0, 0x6f9],
	[0x200c, 0x200f],
	[0x2010, 0x2014],
	[0x2026, 0x2026],
];

const serif = 'source-serif-4/files/source-serif-4';
const sans = 'onest/files/onest';
const reading = 380;
const labels = 400;

/**
 * Source Serif 4 for titles and reading, Onest for labels, Vazirmatn for both in Persian: of each
 * package the file of one script, without what no page of that script shows.
 */
export const faces: readonly Face[] = [
	face('serif-signs', 'Nigoh Serif Cyrillic', `${serif}-latin`, signs, reading),
	face('serif-latin', 'Nigoh Serif', `${serif}-latin`, latin, reading),
	face('serif-cyrillic', 'Nigoh Serif Cyrillic', `${serif}-cyrillic`, cyrillic, reading),
	face(
		'serif-cyrillic-more',
		'Nigoh Serif Cyrillic',
		`${serif}-cyrillic-ext`,
		cyrillicMore,
		reading,
	),
	face('sans-signs', 'Nigoh Sans Cyrillic', `${sans}-latin`, signs, labels),
	face('sans-latin', 'Nigoh Sans', `${sans}-latin`, latin, labels),
	face('sans-cyrillic', 'Nigoh Sans Cyrillic', `${sans}-cyrillic`, cyrillic, labels),
	face('sans-cyrillic-more', 'Nigoh Sans Cyrillic', `${sans}-cyrillic-ext`, cyrillicMore, labels),
	face('arabic', 'Nigoh Arabic', 'vazirmatn/files/vazirmatn-arabic', arabic, reading),
];

function face(name: string, family: string, file: string, letters: Letters, weight: number): Face {
	return { name, family, source: `${file}-wght-normal.woff2`, letters, weight };
}
