import { mp3Frames } from '../lib/server/recordings/made.ts';
import { contentFolder, smallPicture } from './folder.ts';

const given = (scope: string, more = '') =>
	`consent: { status: given, scope: [${scope}], identifiable: yes, given_on: 2026-01-01${more} }`;
const entry = (id: string, consent: string, more = '') =>
	`  - { file: ${id}.jpg, alt: "Alt of ${id}", title: "Title of ${id}", ${consent}${more} }\n`;

/**
 * An exhibition whose web site and kiosk differ: a photo is named by how far its consent reaches. Its
 * pictures are made by `hallFolder`.
 */
export const hallFiles = {
	'exhibition.yaml': `format: 1
title: Hall
languages: [en, fa]
public_url: https://example.org/hall/
galleries: [road, room]
organisation: { name: Mission, telephone: ["+992 37 1"], email: mission@example.org }
help: [{ text: Call, telephone: "+992 44 2" }]
withdrawal: { email: asked@example.org, days: 3 }
kiosk: { language: fa, attract: [hall-only, noted, gone, both] }
`,
	'road/gallery.yaml': `title: Road
photos:
${entry('web-only', given('web'))}${entry('hall-only', given('kiosk'))}${entry(
		'both',
		given('web, kiosk, social'),
		', max_width: 9000, zoom: true, audio: { fa: both-spoken.mp3 }, transcript: { fa: Words }',
	)}${entry('gone', 'consent: { status: withdrawn }')}${entry(
		'noted',
		given('web, kiosk'),
		', warnings: [{ kind: death }]',
	)}${entry('over', given('web, kiosk', ', expires_on: 2026-11-01'))}${entry(
		'ends',
		given('web, kiosk', ', expires_on: 2028-11-03'),
	)}  - text: Words on the wall
`,
	'road/both-spoken.mp3': mp3Frames(80),
	'room/gallery.yaml': `title: Room
photos:
${entry('door', 'consent: { status: not_needed }')}  - ref: both
`,
	'stories/train.en.md':
		'---\ntitle: Train\n---\n[Write](mailto:story@example.org), [read](https://example.com/).\n',
};

/** A folder of it, with other files instead of some. */
export async function hallFolder(more = {}): Promise<string> {
	const ids = ['web-only', 'hall-only', 'gone', 'noted', 'over', 'ends'];
	const small = Object.fromEntries(ids.map((id) => [`road/${id}.jpg`, true as const]));
	const wide = await smallPicture('both', 6000, 60);
	return contentFolder({
		...hallFiles,
		...small,
		'road/both.jpg': wide,
		'room/door.jpg': true,
		...more,
	});
}
