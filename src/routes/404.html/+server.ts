import css from '../../app.css?inline';
import { direction } from '$lib/i18n/direction';
import { loadInterface } from '$lib/i18n/messages';
import { published } from '$lib/server/exhibition';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

/**
 * The page that a host shows for what is not there, in every language of the exhibition. It may
 * be shown at any depth, so it has its style within and links from the exhibition's own address.
 */
export const GET: RequestHandler = async () => {
	const { languages, publicUrl, wall, words } = await published();
	const [source = 'en'] = languages;
	const root = publicUrl ? `${new URL(publicUrl).pathname.replace(/\/$/, '')}/` : '/';
	const parts = languages.map(async (lang) => {
		const { t, lang: spoken } = await loadInterface(lang, source, false, words);
		return `<section lang="${spoken}" dir="${direction(spoken)}"><h2>${t('not_found')}</h2>
<p>${t('not_found_text')}</p><p><a href="${root}${lang}/">${t('to_the_entrance')}</a></p></section>`;
	});
	const html = `<!doctype html>
<html lang="${source}" dir="${direction(source)}" data-wall="${wall}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>404</title><style>${css} main { padding: var(--margin) } section { padding-block: calc(3 * var(--step)) }</style></head>
<body><main><h1>404</h1>
${(await Promise.all(parts)).join('\n')}
</main></body></html>
`;
	return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
};
