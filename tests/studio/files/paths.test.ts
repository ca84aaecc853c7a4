import { symlink } from 'node:fs/promises';
import { join, posix, win32 } from 'node:path';
import { expect, it } from 'vitest';
import {
	isBelow,
	isInnerPath,
	isNewName,
	pathIn,
	safePathIn,
} from '../../../src/studio/files/paths.ts';
import { photo, set, studio } from './studio.ts';

it.each(['a', 'train.jpg', '1.md', 'a_b-c.d', 'a'.repeat(81), 'the-train.en.md', 'console.jpg'])(
	'%s is a good new name',
	(name) => expect(isNewName(name)).toBe(true),
);

it.each([
	...['', '.', '..', '.a', '-a', 'A', 'a b', 'a/b', 'a\\b', 'a:b', 'a.', 'ключ', 'a'.repeat(82)],
	...['con', 'nul.jpg', 'com1', 'lpt9.txt', 'aux.', 'prn.a.b', 'a\u0000', 'a\n'],
])('%j is no good new name', (name) => expect(isNewName(name)).toBe(false));

it.each(['Ёлка 1.JPG', 'a/b/c.jpg', '.exhibition/studio/trash/1/a.jpg', 'ғ/IMG_1234.jpeg', 'a..b'])(
	'%s may be followed',
	(path) => expect(isInnerPath(path)).toBe(true),
);

const bad = [
	...['', '/a', 'a/', 'a//b', '../a', 'a/../b', 'a/..', './a', 'a/.', '..\\a', 'a\\..\\b', 'C:/a'],
	...[
		'C:a',
		'a:stream',
		'a::$DATA',
		'nul',
		'a/CON.yaml',
		'a/com¹',
		'a. ',
		'a/b.',
		'a/b ',
		'a\u0000',
	],
	...['\\\\server\\a', '//server/a', '...', 'a/ ', 'CONIN$', 'a|b', 'a*', 'a?'],
];

it.each(bad)('%j may not', (path) => {
	expect(isInnerPath(path)).toBe(false);
	for (const kind of [posix, win32]) {
		const root = kind === win32 ? 'C:\\photos' : '/photos';
		expect(() => pathIn(root, path, kind)).toThrow(/leads out of the exhibition's folder/);
	}
});

it('a path lies below its root, on either kind of system', () => {
	expect(pathIn('/photos', 'road/a.jpg', posix)).toBe('/photos/road/a.jpg');
	expect(pathIn('C:\\photos', 'road/a.jpg', win32)).toBe('C:\\photos\\road\\a.jpg');
	expect(pathIn('C:\\', 'a.jpg', win32)).toBe('C:\\a.jpg');
	expect(isBelow('/photos', '/photos-x/a', posix)).toBe(false);
	expect(isBelow('C:\\photos', 'C:\\photos-x\\a', win32)).toBe(false);
	expect(isBelow('/photos', '/photos', posix)).toBe(false);
	expect(isBelow('/', '/a', posix)).toBe(true);
});

it('links are not followed, of files and of folders', async () => {
	const other = await studio();
	const one = await studio();
	await symlink(join(other.folder, 'exhibition.yaml'), join(one.folder, 'road/link.md'));
	await symlink(join(other.folder, 'room'), join(one.folder, 'road/inner'));
	for (const file of ['road/link.md', 'road/inner/gallery.yaml', 'road/inner/new/a.md']) {
		await expect(safePathIn(one.desk.folder, file), file).rejects.toThrow(/leads out/);
	}
	expect(await safePathIn(one.desk.folder, 'road/new.md')).toBe(
		join(one.desk.folder, 'road/new.md'),
	);
});

it('a gallery.yaml that is a link is neither read nor written', async () => {
	const other = await studio();
	const one = await studio({ 'deep/apple.jpg': true });
	await symlink(join(other.folder, 'road/gallery.yaml'), join(one.folder, 'deep/gallery.yaml'));
	const gallery = { kind: 'gallery', gallery: 'deep' } as const;
	await expect(one.change(set(gallery, 'cover', undefined, 'x'))).rejects.toThrow(/leads out/);
	await expect(one.change(set(photo('nobody'), 'alt', undefined, 'x'))).rejects.toThrow(
		/no longer/,
	);
});

it.each(['../x', 'A', 'con', 'a.b', 'a/b', ''])('a story cannot be called %j', async (story) => {
	const { change } = await studio();
	const made = change({ do: 'story', story, lang: 'en', text: 'x' });
	await expect(made).rejects.toThrow(/cannot be called/);
});
