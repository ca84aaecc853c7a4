import type { Embedded } from '../../../../../src/lib/server/content/metadata/read.ts';

/**
 * What the corpus says of its pictures, written down from `exiftool -a -G1 -s -charset iptc=…` and the
 * order of sources in `read.ts`, not from what the reader gave. By path below `corpus/metadata`.
 */
export const expected: Readonly<Record<string, Embedded>> = {
	'Birdie.jpg': { ...size(1600, 1067), date: '2012-06-30' },
	'IMG_1252.jpg': {
		...size(1697, 1132),
		title: 'This is a super long title with special characters -.,űáéúőpóüö',
		caption: 'This is a super long title with special characters -.,űáéúőpóüö',
		creator: 'Patrik',
		keywords: ['San Francisco', 'USA', 'USA Road trip'],
		date: '2015-07-11',
		place: { city: 'Mill Valley', region: 'California', country: 'US' },
	},
	'IMG_5910.jpg': {
		...size(1394, 930),
		title: 'Squirrel at berkely',
		caption: 'Squirrel at berkely',
		creator: 'Patrik',
		keywords: ['USA', 'test'],
		date: '2015-06-12',
		place: { city: 'Berkeley', region: 'California', country: 'US' },
	},
	'Vineyard.jpg': {
		...size(1920, 1281),
		caption: 'Christoph Wurst\nCC-SA 4.0',
		creator: 'Christoph Wurst',
		copyright: 'Christoph Wurst',
		date: '2018-05-16',
	},
	'demo_001-postcard.jpg': size(1080, 695),
	'empty-imagedesc-in-ifd0.jpg': { ...size(640, 480), date: '2008-10-22' },
	'exif-xmp-metadata.jpg': {
		...size(5, 5),
		caption: 'test image for XMP metadata',
		date: '2025-11-03',
	},
	'hubble-jupiter.jpg': {
		...size(1280, 1024),
		title: 'Collision leaves giant Jupiter bruised',
		caption: jupiter(),
		credit:
			'NASA, ESA, Michael Wong (Space Telescope Science Institute, Baltimore, MD), ' +
			'H. B. Hammel (Space Science Institute, Boulder, CO) and the Jupiter Impact Team',
		keywords: ['Jupiter'],
		date: '2009-09-09',
	},
	'iptc-ref-2019.jpg': {
		...size(1000, 500),
		title: 'The Title (ref2019.1)',
		caption: 'The description aka caption (ref2019.1)',
		creator: 'Creator1 (ref2019.1), Creator2 (ref2019.1)',
		credit: 'Credit Line (ref2019.1)',
		copyright: 'Copyright (Notice) 2019.1 IPTC - www.iptc.org  (ref2019.1)',
		keywords: ['Keyword1ref2019.1', 'Keyword2ref2019.1', 'Keyword3ref2019.1'],
		date: '2019-10-16',
		place: {
			name: 'Sublocation (Core) (ref2019.1)',
			city: 'City (Core) (ref2019.1)',
			region: 'Province/State (Core) (ref2019.1)',
		},
		webStatement: 'http://www.WebStatementOfRights.org/2019.1',
		digitalSourceType: 'softwareImage',
	},
	'mongolels.jpg': {
		...size(950, 634),
		title: 'Mongol Els',
		caption: 'Mongol Els',
		date: '2009-08-29',
	},
	'mongolia.jpeg': {
		...size(1280, 850),
		caption: 'Willy Gardiol',
		keywords: ['Mongolia', 'Ôvôrhangaj', 'Хужирт'],
		date: '2011-08-17',
	},
	'paris_exif_xmp_icc.jpg': { ...size(403, 302), date: '2022-08-22' },
	'prairie_falcon.jpg': {
		...size(800, 533),
		title: 'Prairie falcon female with eggs',
		caption:
			'Adult female prairie falcon flying from a nest on one of our sedimentary slide walls. ' +
			'Note the four eggs in the eroded water chute.',
		creator: 'NPS / Gavin Emmons',
		credit: 'NPS / Gavin Emmons',
		copyright: 'All rights reserved',
		keywords: ['SFAN', 'PINN', 'raptors', 'Events', 'birds', 'monitoring', 'prairie falcons'],
		date: '2022-03-31',
	},
	'wild-3.jpg': {
		...size(816, 1224),
		creator: 'Patrik',
		keywords: ['Bearizona', 'USA', 'USA Road trip'],
		date: '2015-07-03',
		place: { city: 'Williams', region: 'Arizona', country: 'US' },
	},
	'xmp depth map.jpg': size(1536, 2048),
	...derived(),
	...Object.fromEntries(
		[1, 2, 3, 4, 5, 6, 7, 8].map((number) => [
			`orientation/Landscape_${number}.jpg`,
			size(1800, 1200),
		]),
	),
};

function derived(): Record<string, Embedded> {
	const lake = size(1200, 675);
	const tg = 'Нури шом болои кӯл; охирин қаиқи мавсим. Ғуруби ҷӯшон, ӯ ва ӣ.';
	const ru = 'Вечерний свет над озером; последняя лодка сезона. Ёлки, съёмка.';
	const fr = 'Lumière du soir sur le lac ; le dernier bateau de la saison.';
	const fa = 'نور شامگاهی بر فراز دریاچه؛ آخرین قایق فصل.';
	const en = 'Evening light over the lake; the last boat of the season.';
	const spoken = {
		title: { 'x-default': 'Evening light over t', tg: 'Нури шом болои кӯл;' },
		caption: { en, tg, ru, fa, fr },
	};
	const place = { name: 'home of Zarina Example', city: 'Khujand', country: 'TJ' };
	const creator = 'Zarina Example';
	// The camera wrote its owner's name as the artist's too, and who is in a picture is no keyword.
	const all = { ...spoken, place };
	const files: Record<string, Omit<Embedded, 'width' | 'height'>> = {
		'caption-conflict.jpg': { title: 'headline from XMP', caption: 'caption from XMP' },
		'caption-exif-only-utf8.jpg': { caption: tg },
		'caption-iptc-cp1251-undeclared.jpg': { caption: ru },
		'caption-iptc-latin1-undeclared.jpg': { caption: fr },
		'caption-iptc-utf8.jpg': { caption: tg, creator, keywords: ['кӯл', 'шом'] },
		'caption-langalt-no-default.jpg': { caption: { tg, fa } },
		'caption-langalt.jpg': spoken,
		'caption-markup.jpg': {
			title: '"><svg onload=alert(3)>',
			caption:
				'<script>alert(1)</script><img src=x onerror=alert(2)> & "quotes" \'single\' {{7*7}} ' +
				'${7*7} <!-- c --> ]]> </figcaption> %2e%2e/',
		},
		'caption-newlines-bidi-emoji.jpg': {
			caption:
				`First line\nSecond line\n\tTabbed\u200f${fa}\u200e ` +
				'\ud83d\udcf7\ud83d\udc69\ud83c\udffd\u200d\ud83c\udfa8 e\u0301 \u202eabc\u202c end',
		},
		'caption-very-long.jpg': { caption: `${tg} `.repeat(400).trim() },
		'caption-whitespace-only.jpg': {},
		'dates-odd.jpg': { date: '1936' },
		'private-all.avif': all,
		'private-all.tif': all,
		'private-all.webp': { ...all, copyright: 'Jacob W. Frank', date: '2015-05-07' },
		'private-extended-xmp.jpg': {},
		'private-face-regions.jpg': { keywords: [] },
		'private-gps-everywhere.jpg': { place },
		'private-jpeg-comment.jpg': {},
		'private-second-jpeg-after-end.jpg': {},
		'private-serials-owner-contact.jpg': {},
		'private-thumbnail-of-other-picture.jpg': {},
		'sidecar-only.jpg': spoken,
	};
	return {
		...Object.fromEntries(
			Object.entries(files).map(([name, fields]) => [`derived/${name}`, { ...lake, ...fields }]),
		),
		'derived/private-all.png': { ...size(500, 281), ...all },
	};
}

function size(width: number, height: number): Embedded {
	return { width, height };
}

function jupiter(): string {
	return [
		"This Hubble picture, taken on 23 July, is the first full-disc, natural-colour image of Jupiter made with Hubble's new camera, the Wide Field Camera 3 (WFC3).",
		'It is the sharpest visible-light picture of Jupiter since the New Horizons spacecraft flew by that planet in 2007.',
		"Each pixel in this high-resolution image spans about 119 kilometres in Jupiter's atmosphere.",
		'Jupiter was more than 600 million kilometres from Earth when the images were taken.',
		"The dark smudge at bottom right is debris from a comet or asteroid that plunged into Jupiter's atmosphere and disintegrated.",
		'In addition to the fresh impact, the image reveals a spectacular variety of shapes in the swirling atmosphere of Jupiter.',
		'The planet is wrapped in bands of yellow, brown and white clouds.',
		'These bands are produced by the atmosphere flowing in different directions at various places.',
		'When these opposing flows interact, turbulence appears.',
		'Such data complement the images taken from other telescopes and spacecraft by providing exquisite details of atmospheric phenomena.',
		'For example, the image suggests that dark "barges" — tracked by amateur astronomers on a nightly basis — may differ both in form and colour from barge features identified by the Voyager spacecraft.',
		'(The Great Red Spot and the smaller Red Oval are both out of view on the other side of the planet.)',
		'This colour image is a composite of three separate colour exposures (red, blue and green) made by WFC3.',
		'Additional processing was done to compensate for asynchronous imaging in the colour filters and other effects.',
	].join(' ');
}
