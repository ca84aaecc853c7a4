import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { decideAll } from '../../../../src/lib/server/content/decisions.ts';
import { publicExhibition } from '../../../../src/lib/server/content/public.ts';
import { cachePath, forget } from '../../../../src/lib/server/images/cache.ts';
import { hashFile } from '../../../../src/lib/server/content/hash.ts';
import { unmade } from '../../../../src/lib/server/images/wishes.ts';
import {
	makeRecordings,
	recordingProblems,
} from '../../../../src/lib/server/recordings/recordings.ts';
import { readContent } from '../../../../src/lib/server/content/read.ts';
import { contentFolder, temporaryFolder } from '../../../support/folder.ts';
import { exhibitionYaml, told } from '../content/records.ts';
import { id3v1, id3v2, m4a, mp3Frames, opus, track } from './made.ts';

const consent = 'consent: { status: not_needed }';
const files = {
	'exhibition.yaml': exhibitionYaml('', 'en, tg'),
	'road/gallery.yaml': `title: Road
photos:
  - { file: tea.jpg, alt: Tea, ${consent}, audio: { tg: tea.tg.mp3, en: tea.en.m4a }, transcript: { tg: Чой } }
  - { file: held.jpg, alt: Held, consent: { status: refused }, audio: { tg: held.mp3 } }
  - { text: Words, audio: { en: words.ogg } }
`,
	'draft/gallery.yaml': `title: Draft\nstatus: draft\nphotos:\n  - { text: Words, audio: { en: draft.mp3 } }\n`,
	'road/tea.jpg': true,
	'road/held.jpg': true,
	'road/tea.tg.mp3': Buffer.concat([id3v2(), mp3Frames(), id3v1()]),
	'road/tea.en.m4a': m4a(),
	'road/held.mp3': mp3Frames(60),
	'road/words.ogg': opus(),
	'draft/draft.mp3': mp3Frames(70),
	'stories/train.tg.md': '---\ntitle: Train\naudio: train.mp3\n---\nText\n',
	'stories/train.mp3': mp3Frames(80),
} as const;

async function made(more = {}) {
	const root = await contentFolder({ ...files, ...more });
	const cache = await temporaryFolder();
	const content = await readContent(root);
	const decisions = decideAll(content, '2026-11-24', 'web');
	const names = await makeRecordings(content, decisions, cache);
	return { root, cache, content, decisions, names };
}

describe('recordings', () => {
	it('of what is published are cleaned and named by what is left; others are nowhere', async () => {
		const { cache, names } = await made();
		expect([...names.keys()].sort()).toEqual([
			'road/tea.en.m4a',
			'road/tea.tg.mp3',
			'road/words.ogg',
			'stories/train.mp3',
		]);
		const name = names.get('road/tea.tg.mp3')!;
		expect(name).toMatch(/^[0-9a-f]{20}\.mp3$/);
		expect((await readFile(cachePath(cache, name))).equals(mp3Frames())).toBe(true);
		expect(names.get('road/words.ogg')).toMatch(/\.ogg$/);
	});

	it('are published by language, of photos and wall texts', async () => {
		const { content, decisions, names } = await made();
		const { photos, galleries } = publicExhibition(content, decisions, unmade(content), names);
		expect(photos.tea?.audio).toEqual({
			tg: names.get('road/tea.tg.mp3'),
			en: names.get('road/tea.en.m4a'),
		});
		expect(galleries[0]?.hangings[1]).toMatchObject({ audio: { en: names.get('road/words.ogg') } });
		expect(JSON.stringify([photos, galleries])).not.toMatch(/held|tea\.tg|words\.ogg/);
	});

	it('are the same each time, and made anew when they were forgotten', async () => {
		const { root, cache, content, decisions, names } = await made();
		expect(await makeRecordings(content, decisions, cache)).toEqual(names);
		const source = await hashFile(`${root}/road/tea.tg.mp3`);
		expect(await forget(cache, source)).toBe(1);
		await expect(readFile(cachePath(cache, names.get('road/tea.tg.mp3')!))).rejects.toThrow();
		expect(await makeRecordings(content, decisions, cache)).toEqual(names);
	});

	it('are told where they are not what they should be', async () => {
		const { content } = await made({
			'road/tea.tg.mp3': 'no sound at all',
			'road/tea.en.m4a': m4a(track('vide')),
		});
		const problems = await recordingProblems(content);
		expect(told(problems)).toEqual([
			'error road/gallery.yaml:3:78: "tea.tg.mp3" cannot be published: it is no sound that is known here',
			'error road/gallery.yaml:3:94: "tea.en.m4a" cannot be published: it holds more than sound: a film, chapters or texts',
			'warning road/gallery.yaml:5:33: "words.ogg" is Opus, which iPhones before iOS 18.4 do not play',
		]);
	});
});
