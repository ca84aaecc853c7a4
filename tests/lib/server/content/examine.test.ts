import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examine, hasErrors } from '../../../../src/lib/server/content/examine.ts';
import { ContentError } from '../../../../src/lib/server/content/problems.ts';
import { contentFolder, temporaryFolder } from '../../../support/folder.ts';
import { entry, exhibitionYaml, told } from './records.ts';

type Files = Parameters<typeof contentFolder>[0];

const examined = async (files: Files, channel: 'web' | 'kiosk' = 'web', cache?: string) =>
	examine(await contentFolder(files), '2026-11-24', channel, cache);
const problemsOf = async (files: Files) => told((await examined(files)).problems);

describe('an exhibition without exhibition.yaml', () => {
	it('begins with how many photos nobody was asked about, whatever else is wrong', async () => {
		const lines = await problemsOf({
			'!/empty.jpg': '',
			'road/a.jpg': true,
			'road/b.jpg': true,
			'c.jpg': true,
		});
		expect(lines[0]).toBe('warning .:1:1: UNPROTECTED: 3 photos without a consent entry');
		expect(lines[1]).toBe('warning !/empty.jpg:1:1: "empty.jpg" is empty');
		expect(lines.slice(2).every((line) => line.includes('alt text is missing'))).toBe(true);
		expect(lines).toHaveLength(5);
	});

	it('counts only photos that are shown without an entry', async () => {
		const photos = `photos:
${entry('a.jpg')}  - { file: b.jpg, alt: Seen }
  - { file: c.jpg, alt: Seen, status: draft }
`;
		const pictures = { 'road/a.jpg': true, 'road/b.jpg': true, 'road/c.jpg': true } as const;
		const [first] = await problemsOf({ 'road/gallery.yaml': photos, ...pictures });
		expect(first).toContain('UNPROTECTED: 1 photos');
	});

	it('does not call itself unprotected once every photo has an entry', async () => {
		const photos = `photos:\n${entry('a.jpg')}`;
		expect(await problemsOf({ 'road/gallery.yaml': photos, 'road/a.jpg': true })).toEqual([]);
	});

	it('is an error while it is empty', async () => {
		const { problems } = await examined({ 'notes.txt': '' });
		expect(told(problems)).toEqual(['error .:1:1: there are no photos to show']);
		expect(hasErrors(problems)).toBe(true);
	});
});

describe('an exhibition with exhibition.yaml', () => {
	const yaml = exhibitionYaml();

	it('holds back what nobody agreed to, and shows the rest', async () => {
		const { problems, decisions } = await examined({
			'exhibition.yaml': yaml,
			'road/gallery.yaml': `photos:\n${entry('a.jpg')}  - { file: b.jpg, alt: Seen }\n`,
			'road/a.jpg': true,
			'road/b.jpg': true,
		});
		expect(told(problems)).toEqual([
			'held road/gallery.yaml:3:5: "b" is held back: consent is unknown',
		]);
		expect(hasErrors(problems)).toBe(false);
		expect([...decisions.photos].map(([id, one]) => [id, one.published])).toEqual([
			['a', true],
			['b', false],
		]);
	});

	it('is an error when everything is held back', async () => {
		const { problems } = await examined({
			'exhibition.yaml': yaml,
			'road/gallery.yaml': 'photos: [{ file: a.jpg, alt: Seen }]\n',
			'road/a.jpg': true,
		});
		expect(told(problems)).toEqual([
			'error exhibition.yaml:1:1: all 1 photos are held back, so there is nothing to show',
			'held road/gallery.yaml:1:10: "a" is held back: consent is unknown',
		]);
	});

	it('asks for consent even where exhibition.yaml cannot be read: that is not open mode', async () => {
		for (const text of ['title: "open\n', Buffer.from([0xff, 0xfe, 0x66, 0x00])]) {
			const { content, problems, decisions } = await examined({
				'exhibition.yaml': text,
				'road/a.jpg': true,
			});
			expect(content.mode).toBe('curated');
			expect(decisions.photos.get('a')?.published).toBe(false);
			expect(problems.some(({ message }) => message.includes('UNPROTECTED'))).toBe(false);
			expect(hasErrors(problems)).toBe(true);
		}
	});

	it('tells a status that cannot be read once, not as unknown consent too', async () => {
		const consent = '{ status: gven, scope: [web] }';
		const { problems, decisions } = await examined({
			'exhibition.yaml': yaml,
			'road/gallery.yaml': `photos:\n${entry('a.jpg')}  - file: b.jpg\n    alt: Seen\n    consent: ${consent}\n  - { file: c.jpg, alt: Seen }\n`,
			'road/a.jpg': true,
			'road/b.jpg': true,
			'road/c.jpg': true,
		});
		expect(told(problems)).toEqual([
			expect.stringMatching(/^error road\/gallery\.yaml:5:24: "status" must be one of/),
			'held road/gallery.yaml:6:5: "c" is held back: consent is unknown',
		]);
		expect(decisions.photos.get('b')?.published).toBe(false);
	});

	it('is judged for the way in which it is shown', async () => {
		const consent = '{ status: given, scope: [kiosk], given_on: 2026-01-01 }';
		const files = {
			'exhibition.yaml': yaml,
			'road/gallery.yaml': `photos: [{ file: a.jpg, alt: Seen, consent: ${consent} }]\n`,
			'road/a.jpg': true,
		} as const;
		expect(hasErrors((await examined(files, 'web')).problems)).toBe(true);
		expect((await examined(files, 'kiosk')).problems).toEqual([]);
	});
});

describe('examining', () => {
	const files = { 'b/z.jpg': true, 'a/y.jpg': true, 'a/x.jpg': true, 'a/IMG_1.jpg': true } as const;

	it('tells problems by their files, the same way each time', async () => {
		const { problems } = await examined(files);
		expect(problems.map(({ file }) => file)).toEqual([
			'.',
			'a',
			'a/IMG_1.jpg',
			'a/x.jpg',
			'a/y.jpg',
			'b/z.jpg',
		]);
		expect(await problemsOf(files)).toEqual(told(problems));
	});

	it('says the same with a cache, when it is filled and when it is asked', async () => {
		const folder = await contentFolder(files);
		const longAgo = new Date('2020-01-01T00:00:00Z');
		for (const name of Object.keys(files)) await utimes(join(folder, name), longAgo, longAgo);
		const cache = await temporaryFolder();
		const once = async (at?: string) => examine(folder, '2026-11-24', 'web', at);
		const plain = await once();
		for (const at of [cache, cache]) expect((await once(at)).content).toEqual(plain.content);
		expect(await readdir(cache)).toHaveLength(1);
	});

	it('refuses a folder that is not there, in a sentence', async () => {
		const gone = join(await temporaryFolder(), 'gone');
		const failure = await examine(gone, '2026-11-24', 'web').catch((error: unknown) => error);
		expect(failure).toBeInstanceOf(ContentError);
		expect(failure).toMatchObject({ file: gone, message: 'there is no such folder' });
		const file = join(await contentFolder({ 'a.jpg': true }), 'a.jpg');
		await expect(examine(file, '2026-11-24', 'web')).rejects.toThrow('there is no such folder');
	});
});
