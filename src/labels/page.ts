import type { Exhibition, Language } from '../lib/model.ts';

/** Address of a photo's canonical page; undefined where the site has none, or no address itself. */
export function pageOf(site: Exhibition, id: string, lang: Language): string | undefined {
	const { publicUrl, photos, galleries } = site;
	const home = galleries.find((gallery) => gallery.id === photos[id]?.gallery);
	const hangs = home?.hangings.some((one) => one.kind === 'photo' && one.id === id);
	if (!publicUrl || !home || !hangs) return undefined;
	return `${publicUrl.replace(/\/$/, '')}/${lang}/galleries/${home.id}/${id}/`;
}
