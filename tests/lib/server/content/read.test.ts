import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../../src/lib/server/content/read.ts';
import type { Content } from '../../../../src/lib/server/content/record.ts';
import { contentFolder, smallPicture } from '../../../support/folder.ts';
import { alternative, packet } from './metadata/made.ts';
import { entry, exhibitionYaml, read, told } from './records.ts';

/** `gallery: ids of what hangs there`. */
const walls = ({ galleries }: Content) =>
	galleries.map(
		({ id, hangings }) =>
			`${id}: ${hangings.map((one) => (one.kind === 'text' ? `"${one.text.en}"` : one.id)).join(' ')}`,
	);

describe('open mode', () => {
	it('makes a gallery of each folder that holds photographs, nested ones and itself too', async () => {
		const root = await contentFolder({
			'here.jpg': true,
			'road_to_moscow/b10.jpg': true,
			'road_to_moscow/b9.jpg': true,
			'road_to_moscow/night/train.jpg': true,
			'empty/notes.txt': '',
		});
		const all = await readContent(root);
		const own = basename(root)
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-');
		expect(all).toMatchObject({ mode: 'open', languages: ['en'], problems: [] });
		expect(walls(all)).toEqual([
			`${own}: here`,
			'road-to-moscow: b9 b10',
			'road-to-moscow-night: train',
		]);
		expect(all.galleries.slice(1).map(({ title }) => title.en)).toEqual([
			'Road to moscow',
			'Night',
		]);
		expect(all.photos.map(({ published }) => published)).toEqual([true, true, true, true]);
	});

	it('takes captions from the files themselves', async () => {
		const caption = alternative('dc:description', { 'x-default': 'Tea at dawn', ru: 'Чай' });
		const all = await read({ 'road/tea.jpg': true, 'road/tea.xmp': packet(caption) });
		expect(all.photos[0]?.caption).toEqual({ en: 'Tea at dawn', ru: 'Чай' });
	});

	it('still follows a gallery.yaml', async () => {
		const all = await read({
			'road/gallery.yaml': 'title: The road\nphotos: [{ file: b.jpg }, { file: a.jpg }]\n',
			'road/a.jpg': true,
			'road/b.jpg': true,
			'later/gallery.yaml': 'status: draft\n',
			'later/c.jpg': true,
		});
		expect(walls(all)).toEqual(['later: c', 'road: b a']);
		expect(all.photos.map(({ id, published }) => [id, published])).toEqual([
			['c', false],
			['b', true],
			['a', true],
		]);
	});
});

describe('with exhibition.yaml', () => {
	it('shows galleries that are named or have a file, in order; the rest are drafts', async () => {
		const all = await read({
			'exhibition.yaml': exhibitionYaml('galleries: [work, named]\n'),
			'home/gallery.yaml': `title: Home\nphotos:\n${entry('h.jpg')}`,
			'home/h.jpg': true,
			'work/gallery.yaml': `status: draft\nphotos:\n${entry('w.jpg')}`,
			'work/w.jpg': true,
			'named/n.jpg': true,
			'attic/a.jpg': true,
		});
		expect(walls(all)).toEqual(['work: w', 'named: n', 'attic: a', 'home: h']);
		expect(all.galleries.map(({ published }) => published)).toEqual([false, true, false, true]);
		expect(all.photos.map(({ published }) => published)).toEqual([false, true, false, true]);
		expect(told(all.problems)).toEqual([
			'warning attic:1:1: this folder of 1 pictures is not shown',
		]);
	});

	it('hangs one photo in several galleries; its own is the one whose folder holds it', async () => {
		const all = await read({
			'exhibition.yaml': exhibitionYaml(),
			'a/gallery.yaml': `photos:\n  - { ref: tea, hang: lead }\n  - text: Words\n${entry('bread.jpg')}`,
			'a/bread.jpg': true,
			'b/gallery.yaml': `photos:\n${entry('tea.jpg')}  - ref: bread\n`,
			'b/tea.jpg': true,
		});
		expect(all.problems).toEqual([]);
		expect(walls(all)).toEqual(['a: tea "Words" bread', 'b: tea bread']);
		expect(all.photos.map(({ id, gallery }) => [id, gallery])).toEqual([
			['bread', 'a'],
			['tea', 'b'],
		]);
	});

	it('keeps drafts and days: of an entry, and of its gallery for all that it holds', async () => {
		const days = 'publish_at: 2026-12-10\nunpublish_at: 2027-06-01\n';
		const all = await read({
			'exhibition.yaml': exhibitionYaml(),
			'a/gallery.yaml': `${days}photos:\n${entry('a.jpg')}${entry('b.jpg', ', status: draft')}`,
			'a/a.jpg': true,
			'a/b.jpg': true,
		});
		const both = { publishAt: '2026-12-10', unpublishAt: '2027-06-01' };
		expect(all.photos).toMatchObject([
			{ published: true, ...both },
			{ published: false, ...both },
		]);
		expect(all.galleries).toMatchObject([{ published: true, ...both }]);
	});

	it('takes texts without a language for the source language', async () => {
		const all = await read({
			'exhibition.yaml': exhibitionYaml('', 'tg, en'),
			'road/gallery.yaml': `summary: Дур\nphotos:\n${entry('a.jpg', ', caption: Чой')}  - text: Сухан\n`,
			'road/a.jpg': true,
		});
		expect(all.photos[0]?.caption).toEqual({ tg: 'Чой' });
		expect(all.galleries).toMatchObject([
			{
				title: { tg: 'Road' },
				summary: { tg: 'Дур' },
				hangings: [{ kind: 'photo' }, { kind: 'text', text: { tg: 'Сухан' } }],
			},
		]);
	});

	it('reads stories, and takes no picture of their folder for a gallery', async () => {
		const all = await read({
			'exhibition.yaml': exhibitionYaml('', 'en, fa'),
			'stories/train.en.md': '---\ntitle: The train\n---\nText\n',
			'stories/train.fa.md': '---\ntitle: قطار\n---\n',
			'stories/map.jpg': true,
		});
		expect(all.stories.map(({ id, lang }) => [id, lang])).toEqual([
			['train', 'en'],
			['train', 'fa'],
		]);
		expect(all.galleries).toEqual([]);
	});
});

describe('who has the last word on a caption', () => {
	const named = (text: string) => packet(alternative('dc:description', { en: text }));
	const captionOf = async (files: Readonly<Record<string, string | Buffer>>) => {
		const { photos } = await read({ 'road/tea.jpg': await smallPicture('tea.jpg'), ...files });
		return photos[0]?.caption?.en;
	};
	const levels = [
		['road/gallery.yaml', 'photos: [{ file: tea.jpg, caption: gallery.yaml }]\n'],
		['road/tea.jpg.xmp', named('tea.jpg.xmp')],
		['road/tea.xmp', named('tea.xmp')],
	] as const;

	it.each(levels.map((_, index) => index))(
		'is the nearest of what there is (from %i)',
		async (from) => {
			const caption = await captionOf(Object.fromEntries(levels.slice(from)));
			expect(`road/${caption}`).toBe(levels[from]?.[0]);
		},
	);
});

describe('pictures that cannot be shown', () => {
	const bad = { 'road/bad.jpg': 'no picture', 'road/good.jpg': true } as const;

	it('are an error where a gallery.yaml names them', async () => {
		const photos = `photos:\n${entry('good.jpg')}${entry('bad.jpg')}`;
		const all = await read({ 'road/gallery.yaml': photos, ...bad });
		expect(told(all.problems)).toEqual([
			'error road/gallery.yaml:3:13: "bad.jpg" is not a picture',
		]);
		expect(all.leftOut).toEqual([]);
	});

	it.each<Record<string, string>>([{}, { 'road/gallery.yaml': 'title: Road\n' }])(
		'are left out with a warning where nobody names them: %j',
		async (file) => {
			const all = await read({ ...file, ...bad });
			expect(told(all.problems)).toEqual(['warning road/bad.jpg:1:1: "bad.jpg" is not a picture']);
			expect(all.leftOut).toEqual([{ file: 'road/bad.jpg', reason: 'is not a picture' }]);
			expect(all.photos.map(({ id }) => id)).toEqual(['good']);
		},
	);
});
