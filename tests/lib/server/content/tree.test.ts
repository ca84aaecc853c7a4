import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	clashes,
	groupBy,
	isPicture,
	listFolders,
} from '../../../../src/lib/server/content/tree.ts';
import { contentFolder } from '../../../support/folder.ts';

const pathsOf = async (root: string) => (await listFolders(root)).map(({ path }) => path);

describe('the folders of an exhibition', () => {
	it('are listed with their pictures, nested ones and the content folder itself too', async () => {
		const root = await contentFolder({
			'b.jpg': '',
			'exhibition.yaml': '',
			'road/night/z.png': '',
			'road/night/a.JPG': '',
			'road/gallery.yaml': '',
		});
		expect(await listFolders(root)).toEqual([
			{ path: '', files: new Set(['b.jpg', 'exhibition.yaml']), pictures: ['b.jpg'] },
			{ path: 'road', files: new Set(['gallery.yaml']), pictures: [] },
			{
				path: 'road/night',
				files: new Set(['a.JPG', 'z.png']),
				pictures: ['a.JPG', 'z.png'],
			},
		]);
	});

	it('leave out what is hidden: a program’s own things, and the shadows that a Mac leaves', async () => {
		const root = await contentFolder({
			'.exhibition/cache/a.jpg': '',
			'.git/b.jpg': '',
			'road/._tea.jpg': '',
			'road/tea.jpg': '',
		});
		const folders = await listFolders(root);
		expect(folders.map(({ path }) => path)).toEqual(['', 'road']);
		expect(folders[1]?.pictures).toEqual(['tea.jpg']);
	});

	it('never hold the vault, where the untouched originals are', async () => {
		const root = await contentFolder({
			'vault/face.jpg': '',
			'vault/deep/face.jpg': '',
			'road/a.jpg': '',
		});
		expect(await pathsOf(root)).toEqual(['', 'road']);
	});

	it('end, where a link leads back up', async () => {
		const root = await contentFolder({ 'road/a.jpg': '' });
		await symlink(root, join(root, 'road/up'));
		expect(await pathsOf(root)).toEqual(['', 'road']);
	});
});

describe('a picture', () => {
	it.each(['a.jpg', 'a.JPEG', 'a.png', 'a.webp', 'a.avif', 'a.tif', 'a.tiff', 'a.gif', 'a.HEIC'])(
		'may be called %s',
		(name) => expect(isPicture(name)).toBe(true),
	);

	it.each(['a.jpg.xmp', 'a.svg', 'a.pdf', 'jpg', 'a.jpg.txt', 'notes.md', 'a.mp4'])(
		'is not called %s',
		(name) => expect(isPicture(name)).toBe(false),
	);
});

describe('names that are one file elsewhere', () => {
	it('are those that differ by case or by how their letters are composed', () => {
		const [composed, apart] = ['чой.jpg'.normalize('NFC'), 'чой.jpg'.normalize('NFD')];
		expect(clashes(['Tea.jpg', 'bread.jpg', 'tea.JPG', composed, apart])).toEqual([
			['Tea.jpg', 'tea.JPG'],
			[composed, apart],
		]);
		expect(clashes(['tea.jpg', 'tea.png'])).toEqual([]);
	});
});

describe('groups', () => {
	it('hold every item once, in order, under its key', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom('__proto__', 'a', 'b', 'A')), (items) => {
				const groups = groupBy(items, (item) => item.toLowerCase());
				for (const [key, members] of groups) {
					expect(members).toEqual(items.filter((item) => item.toLowerCase() === key));
				}
				expect([...groups.values()].flat()).toHaveLength(items.length);
			}),
		);
	});
});
