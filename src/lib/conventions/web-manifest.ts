import { direction } from '../i18n/direction.ts';
import type { Exhibition, Wall } from '../model.ts';
import { sayer } from '../show/words.ts';

/** As `--wall` in app.css, where a manifest cannot look. */
export const wallColours: Readonly<Record<Wall, string>> = { night: '#14120f', paper: '#f7f3ec' };

/** Made from static/icon.svg: `npm run icons`. */
const icons = [
	{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
	{ src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
	{ src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
	{ src: 'icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
];

/** A W3C web application manifest. Its addresses are relative to itself, so it works below any path. */
export function webManifest(exhibition: Exhibition): Record<string, unknown> {
	const { languages, title, summary, wall, channel } = exhibition;
	const [lang = 'en'] = languages;
	const say = sayer(exhibition, lang);
	const name = say(title);
	const spoken = name?.lang ?? lang;
	return {
		name: name?.text,
		short_name: name?.text,
		description: say(summary)?.text,
		lang: spoken,
		dir: direction(spoken),
		id: './',
		start_url: channel === 'kiosk' ? './kiosk/' : './',
		scope: './',
		display: channel === 'kiosk' ? 'fullscreen' : 'minimal-ui',
		background_color: wallColours[wall],
		theme_color: wallColours[wall],
		icons,
	};
}
