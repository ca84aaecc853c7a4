import type { Handle } from '@sveltejs/kit';
import { direction } from '$lib/i18n/direction';
import { published } from '$lib/server/exhibition';

/** Writes language, direction and wall of the page into the shell; the first path segment is the language. */
export const handle: Handle = async ({ event, resolve }) => {
	const { languages, wall } = await published();
	const lang = event.params.lang ?? languages[0] ?? 'en';
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			html
				.replace('%nigoh.lang%', lang)
				.replace('%nigoh.dir%', direction(lang))
				.replace('%nigoh.wall%', wall),
	});
};
