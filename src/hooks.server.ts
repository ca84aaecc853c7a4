import type { Handle } from '@sveltejs/kit';
import { direction } from '$lib/i18n/direction';
import { fontsOf, scriptOf } from '$lib/i18n/script';
import { published } from '$lib/server/exhibition';

/** Writes language, direction, script and wall of the page into the shell, and the fonts that it needs at once; the first path segment is the language. */
export const handle: Handle = async ({ event, resolve }) => {
	const { languages, wall, channel } = await published();
	const lang = event.params.lang ?? languages[0] ?? 'en';
	const fonts = fontsOf(lang);
	return resolve(event, {
		preload: ({ type, path }) =>
			type === 'font' ? fonts.some((name) => path.includes(`/${name}`)) : type !== 'asset',
		transformPageChunk: ({ html }) =>
			html
				// The shell's script fetches them, unless the visitor saves data.
				.replaceAll(' as="font" ', ' as="font" media="not all" ')
				.replace('%nigoh.lang%', lang)
				.replace('%nigoh.dir%', direction(lang))
				.replace('%nigoh.script%', scriptOf(lang))
				.replace('%nigoh.wall%', event.locals.wall ?? wall)
				.replace('%nigoh.site%', channel),
	});
};
