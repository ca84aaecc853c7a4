import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fill } from '../../support/folder.ts';
import { road, studio } from './studio.ts';

const more = { 'road/window.jpg': true, 'road/IMG_0001.jpg': true } as const;
const hung = async (one: Awaited<ReturnType<typeof studio>>) =>
	(await one.desk.view()).galleries.find(({ id }) => id === 'road')!.hangings.map(({ key }) => key);

it('pictures that no list names are on the desk, and hang nowhere', async () => {
	const one = await studio(more);
	const { photos } = await one.desk.view();
	const loose = photos.filter(({ galleries }) => galleries.length === 0);
	expect(loose.map(({ file }) => file).sort()).toEqual(['road/IMG_0001.jpg', 'road/window.jpg']);
	expect(loose).toContainEqual(
		expect.objectContaining({ id: 'window', gallery: 'road', width: 48, entry: {} }),
	);
	expect(await hung(one)).not.toContain('window');
});

it('one comes onto the wall, in its place and under its heading, and back', async () => {
	const one = await studio(more);
	const keys = ['window', 'tea'];
	const move = { do: 'move', gallery: 'road', keys, before: 'bag', section: 'going' } as const;
	expect(await one.change(move)).toMatchObject({ done: true });
	expect((await hung(one)).slice(0, 4)).toEqual(['train', 'window', 'tea', 'bag']);
	expect(await one.text('road/gallery.yaml')).toContain(
		'  - file: window.jpg\n    section: going\n',
	);
	const { photos } = await one.desk.view();
	expect(photos.find(({ id }) => id === 'window')).toMatchObject({ galleries: ['road'] });
	await one.desk.undo();
	expect(await one.text('road/gallery.yaml')).toBe(road);
	await one.desk.redo();
	await fill(one.folder, {
		'road/gallery.yaml': (await readFile(join(one.folder, 'road/gallery.yaml'), 'utf8')).replace(
			'A bag',
			'Another bag',
		),
	});
	expect(await one.desk.undo()).toMatchObject({ done: true });
	expect(await one.text('road/gallery.yaml')).toBe(road.replace('A bag', 'Another bag'));
});

it('one with a name of a camera does so too', async () => {
	const one = await studio(more);
	const { photos } = await one.desk.view();
	const { id } = photos.find(({ file }) => file === 'road/IMG_0001.jpg')!;
	await one.change({ do: 'move', gallery: 'road', keys: [id], before: null });
	expect(await one.text('road/gallery.yaml')).toBe(`${road}  - file: IMG_0001.jpg\n`);
	expect(
		(await one.desk.view()).photos.filter(({ galleries }) => galleries.length === 0),
	).toHaveLength(1);
});

it('to write about one does not show it to the public', async () => {
	const one = await studio(more);
	const of = { kind: 'photo', photo: 'window' } as const;
	await one.change({ do: 'set', of, path: ['caption', 'en'], value: 'A window' });
	expect(await one.text('road/gallery.yaml')).toContain(
		'  - file: window.jpg\n    caption: { en: A window }\n    status: draft\n',
	);
});

it('one can be removed, and go into another gallery', async () => {
	const one = await studio(more);
	await one.change({ do: 'remove', photo: 'window' });
	expect((await one.desk.view()).photos.map(({ id }) => id)).not.toContain('window');
	await one.desk.undo();
	expect(await one.text('road/gallery.yaml')).toBe(road);
	await one.change({ do: 'rehome', photo: 'window', gallery: 'room', before: null });
	expect(await one.text('room/gallery.yaml')).toContain('- file: window.jpg\n');
});
