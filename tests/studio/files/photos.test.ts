import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { road, room, studio } from './studio.ts';

const isThere = (folder: string, file: string) =>
	access(join(folder, file)).then(
		() => true,
		() => false,
	);

it('a photo goes into another gallery, with its comments, its sidecar and its recording, and back', async () => {
	const heard = road.replace('    # checked', '    audio: { tg: train.mp3 }\n    # checked');
	const one = await studio({
		'road/gallery.yaml': heard,
		'road/train.jpg.xmp': '<x/>',
		'road/train.mp3': 'x',
	});
	const operation = { do: 'rehome', photo: 'train', gallery: 'room', before: 'shoes' } as const;
	expect(await one.change(operation)).toMatchObject({ done: true });
	for (const name of ['train.jpg', 'train.jpg.xmp', 'train.mp3']) {
		expect(await isThere(one.folder, `room/${name}`)).toBe(true);
		expect(await isThere(one.folder, `road/${name}`)).toBe(false);
	}
	const text = await one.text('room/gallery.yaml');
	expect(text).toContain('  # the first one\n  - file: train.jpg\n    title: { en: Train }\n');
	expect(text).toContain('    # checked with the family\n');
	const view = await one.desk.view();
	expect(view.photos.find(({ id }) => id === 'train')).toMatchObject({ gallery: 'room' });
	await one.desk.undo();
	expect(await one.text('road/gallery.yaml')).toBe(heard);
	expect(await one.text('room/gallery.yaml')).toBe(room);
	expect(await isThere(one.folder, 'road/train.mp3')).toBe(true);
	await one.desk.redo();
	expect(await one.text('room/gallery.yaml')).toBe(text);
});

it('a photo of a folder without a list goes into one with a list, and the other way', async () => {
	const one = await studio();
	const to = (photo: string, gallery: string) =>
		one.change({ do: 'rehome', photo, gallery, before: null } as const);
	await to('pear', 'room');
	expect(await one.text('room/gallery.yaml')).toBe(`${room}  - file: pear.jpg\n`);
	await to('bag', 'yard');
	expect(await one.text('yard/gallery.yaml')).toContain(
		'  - file: apple.jpg\n  # the second one\n  - file: bag.jpg\n    caption: A bag\n',
	);
	await one.desk.undo();
	await one.desk.undo();
	expect(await one.text('road/gallery.yaml')).toBe(road);
	expect(await readdir(join(one.folder, 'yard'))).toEqual(['apple.jpg', 'pear.jpg']);
});

it('a name that is taken in the other gallery is refused', async () => {
	const one = await studio({ 'room/Bag.JPG': true });
	const operation = { do: 'rehome', photo: 'bag', gallery: 'room', before: null } as const;
	await expect(one.change(operation)).rejects.toThrow('There is a file "bag.jpg" in room already.');
});

it('a removed photo lies in the trash, hangs nowhere any more, and comes back', async () => {
	const covered = `cover: shoes\n${room}`;
	const one = await studio({ 'room/gallery.yaml': covered });
	await one.change({ do: 'remove', photo: 'shoes' });
	expect(await isThere(one.folder, 'room/shoes.jpg')).toBe(false);
	expect(await one.text('road/gallery.yaml')).not.toContain('shoes');
	expect(await one.text('room/gallery.yaml')).toBe('title: { en: Room }\nphotos: []\n');
	expect((await one.desk.view()).photos.map(({ id }) => id)).not.toContain('shoes');
	await one.desk.undo();
	expect(await one.text('room/gallery.yaml')).toBe(covered);
	expect(await one.text('road/gallery.yaml')).toBe(road);
	expect(await isThere(one.folder, 'room/shoes.jpg')).toBe(true);
	await one.desk.redo();
	expect(await isThere(one.folder, 'room/shoes.jpg')).toBe(false);
});
