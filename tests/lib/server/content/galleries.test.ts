import { describe, expect, it } from 'vitest';
import { atOrigin, originOf, readGalleries } from '../../../../src/lib/server/content/galleries.ts';
import { Source } from '../../../../src/lib/server/content/source.ts';
import { listFolders } from '../../../../src/lib/server/content/tree.ts';
import { contentFolder } from '../../../support/folder.ts';
import { told } from './records.ts';

const none = undefined;

/** The galleries of these files; `order` is what `galleries:` names, if there is an exhibition.yaml. */
async function galleries(
	files: Readonly<Record<string, string>>,
	order: readonly string[] | undefined = none,
	mode: 'open' | 'curated' = 'curated',
) {
	const root = await contentFolder(files);
	const text = order ? `galleries:\n${order.map((name) => `  - ${name}\n`).join('')}` : '';
	const source = new Source('exhibition.yaml', text);
	const exhibition = order ? { galleries: [...order] } : {};
	const head = { mode, root, languages: ['en'], exhibition, source };
	return readGalleries(head, await listFolders(root));
}

type Read = Awaited<ReturnType<typeof galleries>>;
const wanted = ({ drafts }: Read) =>
	drafts.filter((draft) => draft.wanted).map(({ folder }) => folder.path);
const all = ({ drafts }: Read) => drafts.map(({ folder }) => folder.path);

describe('galleries of an exhibition', () => {
	const rooms = {
		'work/gallery.yaml': 'title: Work\n',
		'home/gallery.yaml': 'title: Home\n',
		'road/a.jpg': '',
	};

	it('come in the order of `galleries:`, and the others after them by name', async () => {
		const read = await galleries({ ...rooms, 'attic/gallery.yaml': '' }, ['work', 'road']);
		expect(all(read)).toEqual(['work', 'road', 'attic', 'home']);
		expect(read.problems).toEqual([]);
	});

	it('come by the names of their folders without it', async () => {
		expect(all(await galleries(rooms))).toEqual(['home', 'road', 'work']);
	});

	it('are shown when named or with a gallery.yaml; other folders are drafts, and told', async () => {
		const read = await galleries({ ...rooms, 'later/b.jpg': '', 'later/c.jpg': '' }, ['road']);
		expect(wanted(read)).toEqual(['road', 'home', 'work']);
		expect(told(read.problems)).toEqual([
			'warning later:1:1: this folder of 2 pictures is not shown',
		]);
	});

	it('are all folders of pictures in open mode, nested ones and the content folder too', async () => {
		const read = await galleries({ 'a.jpg': '', 'x/y/b.jpg': '', 'z/notes.txt': '' }, none, 'open');
		expect(wanted(read)).toEqual(['', 'x/y']);
		expect(read.problems).toEqual([]);
	});

	it.each(['far-away-home', 'Far Away/Home'])('may be named as %s', async (name) => {
		const files = { 'Far Away/Home/a.jpg': '', 'road/a.jpg': '' };
		const read = await galleries(files, ['road', name]);
		expect(wanted(read)).toEqual(['road', 'Far Away/Home']);
		expect(read.problems).toEqual([]);
	});

	it('that are named and not there are told at their line, with those that there are', async () => {
		const read = await galleries(rooms, ['road', 'wrok']);
		expect(told(read.problems)).toEqual(['error exhibition.yaml:3:5: there is no gallery "wrok"']);
		expect(read.problems[0]?.remedy).toContain('home, road, work');
	});

	it('tell pictures that would be one file on another computer', async () => {
		const read = await galleries({ 'road/Tea.jpg': '', 'road/tea.jpg': '' }, ['road']);
		expect(told(read.problems)).toEqual([
			'warning road/Tea.jpg:1:1: "Tea.jpg" and "tea.jpg" differ only by case or Unicode form',
		]);
	});

	it('are read on after one that is no YAML', async () => {
		const read = await galleries({ ...rooms, 'home/gallery.yaml': 'title: "open\n' }, ['road']);
		expect(read.problems).toMatchObject([{ level: 'error', file: 'home/gallery.yaml', line: 1 }]);
		expect(read.drafts.at(-1)?.file).toEqual({ title: 'Work' });
	});
});

describe('where a gallery says something', () => {
	it('is a line of its gallery.yaml', async () => {
		const { drafts } = await galleries({ 'road/gallery.yaml': 'title: Road\ncover: tea\n' });
		const [draft] = drafts;
		const at = draft && atOrigin(originOf(draft), ['cover'], 'value');
		expect(at).toEqual({ file: 'road/gallery.yaml', position: { line: 2, column: 8 } });
	});

	it('is its folder where there is none, and a point for the content folder', async () => {
		const { drafts } = await galleries({ 'a.jpg': '', 'road/a.jpg': '' }, none, 'open');
		const places = drafts.map((draft) => atOrigin(originOf(draft), ['cover']));
		const position = { line: 1, column: 1 };
		expect(places).toEqual([
			{ file: '.', position },
			{ file: 'road', position },
		]);
	});
});
