/** How many bytes at a file's beginning tell what it is. */
export const headBytes = 16;

/** What photographs may be, and how their names end; the first is what a wrong ending becomes. */
const endings = {
	jpeg: ['.jpg', '.jpeg'],
	png: ['.png'],
	webp: ['.webp'],
	avif: ['.avif'],
	tiff: ['.tif', '.tiff'],
	gif: ['.gif'],
	heic: ['.heic', '.heif', '.hif'],
} as const;

export type Kind = keyof typeof endings;

const signs: readonly (readonly [Kind, RegExp])[] = [
	['jpeg', /^\xff\xd8\xff/],
	['png', /^\x89PNG\r\n/],
	['gif', /^GIF8[79]a/],
	['webp', /^RIFF.{4}WEBP/s],
	['tiff', /^(II[*+]\0|MM\0[*+])/],
	['avif', /^.{4}ftyp(avif|avis)/s],
	// ISO 23008-12: brands of pictures; others are films.
	['heic', /^.{4}ftyp(heic|heix|heim|heis|hevc|hevx|mif1|msf1|miaf)/s],
];

/** By the first bytes, whatever the name says. SVG, HTML and PDF are none: they may hold programs. */
export function kindOf(head: Uint8Array): Kind | undefined {
	const text = Buffer.from(head).toString('latin1');
	return signs.find(([, sign]) => sign.test(text))?.[0];
}

/** The name with an ending that fits what is in it. */
export function withEnding(name: string, kind: Kind): string {
	const [, stem = '', ending = ''] = /^(.*?)(\.[^.]*)?$/s.exec(name) ?? [];
	const fits = (endings[kind] as readonly string[]).includes(ending.toLowerCase());
	return fits ? name : `${stem || 'photo'}${endings[kind][0]}`;
}
