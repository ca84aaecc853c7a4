/**
 * An exhibition with one mistake of each kind. `{{kind}}` in a file stands for the mistake; what is
 * wrong there, what should be said of it and how it is mended is in the list below.
 */
import type { Level } from '../../../../src/lib/server/content/problems.ts';

export interface Mistake {
	level: Level;
	/** The text in the file, and the text that the remedy asks for. */
	bad: string;
	good: string;
	/** Where the problem is told, if not at the file that holds the mistake. */
	file?: string;
	/** Lines from the beginning of the bad text to the one that is named. */
	down?: number;
	/** `start`: the problem is one of the whole file. */
	at?: 'start';
	says: RegExp;
	remedy: RegExp;
}

export const files: Readonly<Record<string, string>> = {
	'exhibition.yaml': `{{format}}
title: { en: An exhibition }
{{unknown key}}
{{language code}}
galleries:
  - road
  {{dead gallery}}
  - work
{{web address}}
{{unknown word}}
venues:
  - { name: Hall, {{impossible day}}, until: 2027-01-31 }
organisation:
  {{mail address}}
{{missing help}}
withdrawal: { telephone: "+992 600 00 00 00", {{number as text}} }
photographers:
  lina: { name: Lina Haddad }
people:
  {{name of a person}}
  mariam: { name: Mariam, name_changed: true }
  child: { name: Child, minor: true }
defaults:
  credit: { {{dead photographer}} }
  place: { {{unknown precision}} }
protection:
  {{duration}}
kiosk:
  attract: [one, {{dead attract}}]
`,
	'road/gallery.yaml': `title: { en: The road }
{{dead cover}}
{{text as list}}
sections:
  - { id: leaving, title: Leaving }
warnings: [{ {{unknown note}} }]
photos:
  - file: one.jpg
    id: one
    {{misspelt key}}
    {{unknown hang}}
    alt: Tea
    consent: { status: not_needed }
  - file: two.jpg
    {{duplicate id}}
    {{impossible date}}
    place: { {{unknown country}}, city: Khorog }
    alt: Bread
    consent: { status: not_needed }
  - file: three.jpg
    {{latitude}}
    {{half a focal point}}
    {{dead person}}
    alt: Door
    consent: { status: not_needed }
  - file: four.jpg
    redact:
      - { shape: ellipse, x: 0.4, y: 0.4, w: 0.1, h: 0.1 }
      - { {{region outside}} }
      - { {{polygon of two points}} }
    {{too narrow}}
    alt: Bench
    consent: { status: not_needed }
  - {{missing file}}
    alt: Window
    consent: { status: not_needed }
  - {{dead reference}}
  - file: five.jpg
    {{dead section}}
    {{boolean as text}}
    alt: { en: Kettle, {{foreign language}} }
    consent: { status: not_needed }
  {{listed twice}}
`,
	'work/gallery.yaml': `title: { en: The work }
photos:
  - file: asked.jpg
    alt: Helmets
    {{unknown status}}
  - file: unknown.jpg
    alt: Cranes
    {{consent unknown}}
  - file: expired.jpg
    alt: Bricks
    consent: { status: given, scope: [web], {{consent ended}} }
  - file: refused.jpg
    alt: Shovel
    consent: { {{consent refused}} }
  - file: scope.jpg
    alt: Snow
    consent: { status: given, {{consent out of scope}}, given_on: 2026-01-01 }
  - file: no-scope.jpg
    alt: Nails
    consent: { status: given, {{no scope}} given_on: 2026-01-01 }
  - file: identifiable.jpg
    alt: A man from behind
    consent: { status: given, scope: [web], {{yes or no}}, given_on: 2026-01-01 }
  - file: unchecked.jpg
    alt: A woman from behind
    {{unchecked}}
    consent: { status: given, scope: [web], identifiable: no, given_on: 2026-01-01 }
  - file: minor.jpg
    alt: A child from behind
    people: [child]
    care: { checked_by: AK, checked_on: 2026-11-18 }
    consent: { status: given, scope: [web], identifiable: no, given_on: 2026-01-01{{guardian}} }
  - file: draft.jpg
    alt: Trowel
    {{draft}}
    consent: { status: not_needed }
  - file: no-alt.jpg
    {{alt text}}
    consent: { status: not_needed }
  - file: IMG_0001.jpg
    {{neutral id}}
    alt: Wheelbarrow
    consent: { status: not_needed }
  - file: empty.jpg
    alt: Nothing
    {{empty picture}}
    consent: { status: not_needed }
{{unlisted}}
`,
	'quote/gallery.yaml': `{{quotation mark}}
text: The wall text
photos: []
`,
	'twice/gallery.yaml': `title: Twice
status: draft
{{key twice}}
`,
	'tab/gallery.yaml': `title:
{{tab}}
photos: []
`,
	'stories/train.en.md': `---
title: Four days
kind: {{story kind}}
---
The train.

::photo{id={{dead photo in a story}}}
`,
};

const work = 'work/gallery.yaml';

export const mistakes: Readonly<Record<string, Mistake>> = {
	format: {
		level: 'error',
		bad: 'format: 2',
		good: 'format: 1',
		says: /"format" must be 1, not 2/,
		remedy: /format: 1/,
	},
	'unknown key': {
		level: 'warning',
		bad: 'summry: Pictures',
		good: 'summary: Pictures',
		says: /"summry"/,
		remedy: /did you mean "summary"/,
	},
	'language code': {
		level: 'error',
		bad: 'languages: [en, "Tajik!"]',
		good: 'languages: [en]',
		says: /item 2 of "languages" must be a language code/,
		remedy: /en, tg/,
	},
	'dead gallery': {
		level: 'error',
		bad: '- rod',
		good: '# road is named already',
		says: /no gallery "rod"/,
		remedy: /make the folder, or remove the name/,
	},
	'web address': {
		level: 'error',
		bad: 'public_url: www.example.org',
		good: 'public_url: https://www.example.org',
		says: /"public_url" must be a web address/,
		remedy: /https/,
	},
	'unknown word': {
		level: 'error',
		bad: 'wall: nihgt',
		good: 'wall: night',
		says: /"wall" must be one of night, paper, not "nihgt"/,
		remedy: /did you mean "night"/,
	},
	'impossible day': {
		level: 'error',
		bad: 'from: 2026-11-31',
		good: 'from: 2026-11-30',
		says: /"from" must be a day that exists/,
		remedy: /2016-11-03/,
	},
	'mail address': {
		level: 'error',
		bad: 'email: mission.example.org',
		good: 'email: mission@example.org',
		says: /"email" must be a mail address/,
		remedy: /typing errors/,
	},
	'missing help': {
		level: 'warning',
		bad: '',
		good: 'help: [{ text: Call, telephone: "+992 600 00 00 00" }]',
		at: 'start',
		says: /"help" is missing/,
		remedy: /`help:`/,
	},
	'number as text': {
		level: 'error',
		bad: 'days: "3"',
		good: 'days: 3',
		says: /"days" must be a number, not "3"/,
		remedy: /without quotes/,
	},
	'name of a person': {
		level: 'error',
		bad: 'Rustam_K: { name: Rustam }',
		good: 'rustam-k: { name: Rustam }',
		says: /"Rustam_K" must be made of small Latin letters/,
		remedy: /train-window/,
	},
	'dead photographer': {
		level: 'error',
		bad: 'photographer: linna',
		good: 'photographer: lina',
		says: /no photographer "linna"/,
		remedy: /did you mean "lina"/,
	},
	'unknown precision': {
		level: 'error',
		bad: 'precision: town',
		good: 'precision: city',
		says: /"precision" must be one of/,
		remedy: /use one of|did you mean/,
	},
	duration: {
		level: 'error',
		bad: 'expiry: 3 years',
		good: 'expiry: P3Y',
		says: /"expiry" must be a duration/,
		remedy: /P3Y/,
	},
	'dead attract': {
		level: 'error',
		bad: 'fife',
		good: 'five',
		says: /no photo "fife"/,
		remedy: /did you mean "five"/,
	},
	'dead cover': {
		level: 'error',
		bad: 'cover: onne',
		good: 'cover: one',
		says: /no photo "onne"/,
		remedy: /did you mean "one"/,
	},
	'text as list': {
		level: 'error',
		bad: 'text: [a, b]',
		good: 'text: "a, b"',
		says: /"text" must be text or texts by language, not a list/,
		remedy: /quotation marks/,
	},
	'unknown note': {
		level: 'error',
		bad: 'kind: violent',
		good: 'kind: violence',
		says: /"kind" must be one of violence/,
		remedy: /did you mean "violence"/,
	},
	'misspelt key': {
		level: 'warning',
		bad: 'capton: Tea by the window',
		good: 'caption: Tea by the window',
		says: /"capton"/,
		remedy: /did you mean "caption"/,
	},
	'unknown hang': {
		level: 'error',
		bad: 'hang: led',
		good: 'hang: lead',
		says: /"hang" must be one of lead, row/,
		remedy: /did you mean "lead"/,
	},
	'duplicate id': {
		level: 'error',
		bad: 'id: one',
		good: 'id: two',
		says: /the id "one" is taken by road\/gallery.yaml:9/,
		remedy: /another id/,
	},
	'impossible date': {
		level: 'error',
		bad: 'date: { value: 2016-13 }',
		good: 'date: { value: 2016-12 }',
		says: /"value" must be a date that exists/,
		remedy: /2016-11/,
	},
	'unknown country': {
		level: 'error',
		bad: 'country: TJK',
		good: 'country: TJ',
		says: /"country" must be a country code of two letters/,
		remedy: /TJ or RU/,
	},
	latitude: {
		level: 'error',
		bad: 'place: { point: [385.6, 68.77] }',
		good: 'place: { point: [38.56, 68.77] }',
		says: /item 1 of "point" must be a latitude from -90 to 90, not 385.6/,
		remedy: /mend the number/,
	},
	'half a focal point': {
		level: 'error',
		bad: 'focal: [0.4]',
		good: 'focal: [0.4, 0.3]',
		says: /item 2 of "focal" is missing|"focal" must be two numbers/,
		remedy: /0.42, 0.31/,
	},
	'dead person': {
		level: 'error',
		bad: 'people: [mariem]',
		good: 'people: [mariam]',
		says: /no person "mariem"/,
		remedy: /did you mean "mariam"/,
	},
	'region outside': {
		level: 'error',
		bad: 'shape: rectangle, x: 0.9, y: 0.1, w: 0.2, h: 0.1',
		good: 'shape: rectangle, x: 0.8, y: 0.1, w: 0.2, h: 0.1',
		says: /must cover a part of the picture/,
		remedy: /fractions from 0 to 1/,
	},
	'polygon of two points': {
		level: 'error',
		bad: 'shape: polygon, points: [[0.1, 0.1], [0.2, 0.2]]',
		good: 'shape: polygon, points: [[0.1, 0.1], [0.2, 0.2], [0.1, 0.2]]',
		says: /must cover a part of the picture/,
		remedy: /three points or more/,
	},
	'too narrow': {
		level: 'error',
		bad: 'max_width: 100',
		good: 'max_width: 1000',
		says: /"max_width" must be at least 320 pixels, not 100/,
		remedy: /larger/,
	},
	'missing file': {
		level: 'error',
		bad: 'file: window.jpg',
		good: 'file: window.jpg',
		says: /no file "window.jpg"/,
		remedy: /put the file into this folder/,
	},
	'dead reference': {
		level: 'error',
		bad: 'ref: asksed',
		good: 'ref: asked',
		says: /no photo "asksed"/,
		remedy: /did you mean "asked"/,
	},
	'dead section': {
		level: 'error',
		bad: 'section: leavin',
		good: 'section: leaving',
		says: /no section "leavin"/,
		remedy: /did you mean "leaving"/,
	},
	'boolean as text': {
		level: 'error',
		bad: 'crop: "false"',
		good: 'crop: false',
		says: /"crop" must be true or false, not "false"/,
		remedy: /without quotes/,
	},
	'foreign language': {
		level: 'warning',
		bad: 'tj: Чойник',
		good: '',
		says: /"tj" is not/,
		remedy: /use one of: en|did you mean/,
	},
	'listed twice': {
		level: 'error',
		bad: '- file: five.jpg',
		good: '',
		says: /"five.jpg" is listed twice/,
		remedy: /remove this entry/,
	},
	'unknown status': {
		level: 'error',
		bad: 'consent: { status: gven, scope: [web], given_on: 2026-01-01 }',
		good: 'consent: { status: given, scope: [web], given_on: 2026-01-01 }',
		says: /"status" must be one of given/,
		remedy: /did you mean "given"/,
	},
	'consent unknown': {
		level: 'held',
		bad: 'consent: { status: unknown }',
		good: 'consent: { status: not_needed }',
		says: /"unknown" is held back: consent is unknown/,
		remedy: /not_needed/,
	},
	'consent ended': {
		level: 'held',
		bad: 'expires_on: 2026-11-01',
		good: 'expires_on: 2027-11-01',
		says: /consent ended on 2026-11-01/,
		remedy: /ask the person again/,
	},
	'consent refused': {
		level: 'held',
		bad: 'status: refused',
		good: 'status: not_needed',
		says: /consent is refused/,
		remedy: /leave it out/,
	},
	'consent out of scope': {
		level: 'held',
		bad: 'scope: [print]',
		good: 'scope: [print, web]',
		says: /does not reach web/,
		remedy: /ask the person/,
	},
	'no scope': {
		level: 'warning',
		bad: '',
		good: 'scope: [web],',
		says: /consent has no `scope`/,
		remedy: /scope: \[web, kiosk\]/,
	},
	'yes or no': {
		level: 'error',
		bad: 'identifiable: true',
		good: 'identifiable: yes',
		says: /"identifiable" must be yes or no, not true/,
		remedy: /yes or no/,
	},
	unchecked: {
		level: 'warning',
		bad: '',
		good: 'care: { checked_by: AK, checked_on: 2026-11-18 }',
		down: 1,
		says: /"unchecked": `identifiable: no` was not checked/,
		remedy: /`care:`/,
	},
	guardian: {
		level: 'held',
		bad: '',
		good: ', guardian: true',
		says: /without a guardian/,
		remedy: /guardian: true/,
	},
	draft: {
		level: 'held',
		bad: 'status: draft',
		good: 'status: published',
		says: /"draft" is held back: it is a draft/,
		remedy: /status: published/,
	},
	'alt text': {
		level: 'held',
		bad: '',
		good: 'alt: A trowel',
		down: -1,
		says: /alt text is missing/,
		remedy: /`alt:`/,
	},
	'neutral id': {
		level: 'warning',
		bad: '',
		good: 'id: wheelbarrow',
		down: -1,
		says: /"IMG_0001.jpg" is a camera's counter/,
		remedy: /`id: what-it-shows`/,
	},
	'empty picture': {
		level: 'error',
		bad: '',
		good: '',
		down: -2,
		says: /"empty.jpg" is empty/,
		remedy: /replace the file/,
	},
	unlisted: {
		level: 'warning',
		bad: '',
		good: '  - { file: lonely.jpg, alt: Alone, consent: { status: not_needed } }',
		file: 'work/lonely.jpg',
		at: 'start',
		says: /no gallery lists this picture/,
		remedy: /`photos:`/,
	},
	'quotation mark': {
		level: 'error',
		bad: 'title: "The quote',
		good: 'title: "The quote"',
		says: /opened here by " is not closed/,
		remedy: /quotation mark/,
	},
	'key twice': {
		level: 'error',
		bad: 'title: Thrice',
		good: 'photos: []',
		says: /not readable as YAML/,
		remedy: /keep one of the two/,
	},
	tab: {
		level: 'error',
		bad: '\ten: Tab',
		good: '  en: Tab',
		says: /not readable as YAML/,
		remedy: /spaces/,
	},
	'story kind': {
		level: 'error',
		bad: 'storry',
		good: 'story',
		says: /"kind" must be one of story/,
		remedy: /did you mean "story"/,
	},
	'dead photo in a story': {
		level: 'error',
		bad: 'onw',
		good: 'one',
		says: /no photo "onw"/,
		remedy: /did you mean "one"/,
	},
};

/** Pictures of the exhibition; those that a mistake leaves out or empties, with its kind. */
export const pictures: Readonly<Record<string, string | true>> = {
	...Object.fromEntries(
		Object.entries(files).flatMap(([name, text]) =>
			[...text.matchAll(/file: ([\w-]+\.jpg)/g)].map(([, file]) => [
				name.replace('gallery.yaml', file ?? ''),
				true,
			]),
		),
	),
	'road/window.jpg': 'missing file',
	'work/empty.jpg': 'empty picture',
	'work/lonely.jpg': true,
};
