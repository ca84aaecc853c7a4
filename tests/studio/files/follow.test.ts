import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readContent } from '../../../src/lib/server/content/read.ts';
import { deniedBy } from '../../../src/studio/server/denied.ts';
import { photo, room, set, studio } from './studio.ts';

const named = {
	'exhibition.yaml': `format: 1
title: { en: A }
languages: [en, tg, ru]
photographers: # who took them
  n: { name: N., portrait: shoes }
  m: { name: M., portrait: tea }
kiosk: { attract: [tea, shoes] }
`,
	'room/gallery.yaml': `cover: shoes\n${room}`,
	'yard/gallery.yaml':
		'cover: shoes\nphotos:\n  - file: apple.jpg\n  - file: pear.jpg\n  - ref: shoes\n',
	'stories/the-train.en.md':
		'---\ntitle: The shoes\n---\nshoes id=shoes\n\n::photo{id=shoes size=wide}\n\n::photo{#shoes}\n\n::photo{id=tea}\n',
	'stories/the-train.tg.md': '---\r\ntitle: Роҳ\r\n---\r\n::photo{id="shoes"}\r\n',
};
const files = Object.keys(named);

const errors = async (folder: string) =>
	(await readContent(folder)).problems.filter(({ level }) => level === 'error');

it('whatever names a photo follows its new id, in one step', async () => {
	const { change, text, desk, folder } = await studio(named);
	expect(await errors(folder)).toEqual([]);
	const before = await Promise.all([...files, 'road/gallery.yaml'].map(text));
	expect(await change(set(photo('shoes'), 'id', undefined, 'boots'))).toMatchObject({ done: true });
	expect(await errors(folder)).toEqual([]);
	expect(await text('road/gallery.yaml')).toContain('- ref: boots\n');
	expect(await text('yard/gallery.yaml')).toMatch(/^cover: boots\n[^]*- ref: boots\n/);
	expect(await text('room/gallery.yaml')).toMatch(/^cover: boots\n[^]*id: boots/);
	const whole = await text('exhibition.yaml');
	expect(whole).toContain('photographers: # who took them\n  n: { name: N., portrait: boots }');
	expect(whole).toContain('attract: [tea, boots]');
	expect(await text('stories/the-train.en.md')).toBe(
		named['stories/the-train.en.md'].replace('{id=shoes', '{id=boots').replace('#shoes', '#boots'),
	);
	expect(await text('stories/the-train.tg.md')).toContain('::photo{id="boots"}\r\n');
	expect(await desk.history()).toHaveLength(1);
	const view = await desk.view();
	expect(view.photos.map(({ id }) => id)).toContain('boots');
	await desk.undo();
	expect(await Promise.all([...files, 'road/gallery.yaml'].map(text))).toEqual(before);
	await desk.redo();
	expect(await errors(folder)).toEqual([]);
});

it('and they go back with it, also where a file has changed since', async () => {
	const { change, text, desk, folder } = await studio(named);
	await change(set(photo('shoes'), 'id', undefined, 'boots'));
	const road = await text('road/gallery.yaml');
	await writeFile(join(folder, 'road/gallery.yaml'), road.replace('A bag', 'The bag'));
	expect(await desk.undo()).toMatchObject({ done: true });
	expect(await text('road/gallery.yaml')).toMatch(/The bag[^]*- ref: shoes/);
	for (const file of files) expect(await text(file)).toBe(named[file as keyof typeof named]);
	expect(await errors(folder)).toEqual([]);
});

it('an id that another photo has is refused', async () => {
	const { change, text } = await studio(named);
	const error = await change(set(photo('shoes'), 'id', undefined, 'tea')).catch((e: unknown) => e);
	expect(deniedBy(error)).toMatchObject({
		...{ status: 400, message: '"id" of shoes cannot be "tea": another photo has it.' },
	});
	expect(await text('room/gallery.yaml')).toBe(named['room/gallery.yaml']);
});

it('one that is no id is refused, and nothing follows it', async () => {
	const { change, text } = await studio(named);
	await expect(change(set(photo('shoes'), 'id', undefined, 'Her Shoes'))).rejects.toThrow(
		/must be made of small Latin letters/,
	);
	expect(await text('stories/the-train.en.md')).toBe(named['stories/the-train.en.md']);
});

it('is not taken away while something names it; the places are told', async () => {
	const { change, text } = await studio(named);
	await change(set(photo('shoes'), 'id', undefined, 'boots'));
	const error = await change(set(photo('boots'), 'id', 'boots')).catch((e: unknown) => e);
	expect((error as Error).message).toBe(
		'"id" of boots cannot be taken away: the cover of room, the cover of yard, its place in yard, ' +
			'its place in road, the portrait of n, what the kiosk shows to attract, the story the-train, en, ' +
			'the story the-train, tg would not find the photo any more.',
	);
	expect(await text('room/gallery.yaml')).toContain('id: boots');
	expect(await change(set(photo('tea'), 'id', undefined, 'cup'))).toMatchObject({ done: true });
});

it('two photos do not get one id in one step either', async () => {
	const { change } = await studio(named);
	const both = ['train', 'bag'].map((id) => set(photo(id), 'id', undefined, 'one'));
	await expect(change(...both)).rejects.toThrow('"id" of bag cannot be "one"');
});
