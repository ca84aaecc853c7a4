import type { Exhibition, Language, Photo, Picture, Rendition } from '../model.ts';

/** The address that a site is published at, without the slash at its end; undefined where none is known. */
export function rootOf({ publicUrl }: Pick<Exhibition, 'publicUrl'>): string | undefined {
	return publicUrl?.replace(/\/+$/, '');
}

/** As `rootOf`, for what other programs read of the site; none of them comes to a kiosk. */
export function rootForPrograms(
	exhibition: Pick<Exhibition, 'channel' | 'publicUrl'>,
): string | undefined {
	return exhibition.channel === 'kiosk' ? undefined : rootOf(exhibition);
}

/** The absolute address of a page, by its segments after the language. */
export function pageAt(root: string, lang: Language, ...segments: readonly string[]): string {
	return `${root}/${[lang, ...segments].map((segment) => `${segment}/`).join('')}`;
}

/** Segments of a photo's canonical page, after the language. */
export function pathOf({ gallery, id }: Photo): string[] {
	return ['galleries', gallery, id];
}

export function fileAt(root: string, { name }: Rendition): string {
	return `${root}/media/${name}`;
}

/** The widest JPEG: every program can read it. */
export function widestJpeg({ renditions }: Picture): Rendition | undefined {
	return renditions.filter(({ format }) => format === 'jpg').at(-1);
}

/** The narrowest JPEG. */
export function narrowestJpeg({ renditions }: Picture): Rendition | undefined {
	return renditions.find(({ format }) => format === 'jpg');
}
