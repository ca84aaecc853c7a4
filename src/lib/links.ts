import { asset, resolve } from '$app/paths';

/**
 * A link to a page of this site, which holds at a domain's root and under a sub-path. It ends in a
 * slash: without one, a page finds neither script nor style on a host that does not redirect.
 */
export function href(...segments: readonly string[]): string {
	const path = segments.map((segment) => `${segment}/`).join('');
	// The type knows routes by their patterns; these are their paths.
	return resolve(`/${path}` as '/404.html');
}

/** The address of a published picture. */
export function media(name: string): string {
	return asset(`/media/${name}`);
}

/** The address of the folder of a picture's tiles, without a slash at its end. */
export function tileFolder(key: string): string {
	return asset(`/iiif/images/${key}`);
}
