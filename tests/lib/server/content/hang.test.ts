import { describe, expect, it } from 'vitest';
import { hang, type Hung } from '../../../../src/lib/server/content/hang.ts';
import { gallery } from '../../../../src/lib/server/content/schema/gallery.ts';
import { Source } from '../../../../src/lib/server/content/source.ts';
import { isPicture } from '../../../../src/lib/server/content/tree.ts';
import { validate } from '../../../../src/lib/server/content/validate.ts';
import { told } from './records.ts';

/** What hangs in a folder of these files; without `yaml` it has no gallery.yaml. */
function hungIn(files: readonly string[], yaml?: string, path = 'road') {
	const sorted = [...files].sort();
	const folder = { path, files: new Set(sorted), pictures: sorted.filter(isPicture) };
	const source = yaml === undefined ? undefined : new Source('road/gallery.yaml', yaml);
	const file = source ? validate(gallery, source, ['en']).value : {};
	return hang({ folder, file, source, wanted: true }, 'en');
}

const photosOf = (hung: readonly Hung[]) => hung.filter((one) => one.kind === 'photo');
const namesOf = (hung: readonly Hung[]) => photosOf(hung).map(({ name }) => name);

describe('a gallery without a list', () => {
	it('hangs every picture as a person would number them', () => {
		const files = ['10.jpg', '9.jpg', 'b2.jpg', 'b10.jpg', 'B3.jpg', 'а1.jpg', 'notes.txt'];
		expect(namesOf(hungIn(files).hung)).toEqual([
			'9.jpg',
			'10.jpg',
			'b2.jpg',
			'B3.jpg',
			'b10.jpg',
			'а1.jpg',
		]);
	});

	it('does not depend on the order in which a disk lists them', () => {
		const files = ['a.jpg', 'A.jpg', 'é.jpg', 'e\u0301.jpg', 'z.jpg'];
		expect(hungIn(files.toReversed()).hung).toEqual(hungIn(files).hung);
	});

	it('says nothing of pictures that are not listed, for none is', () => {
		expect(hungIn(['a.jpg'], 'title: Road\n').problems).toEqual([]);
		expect(photosOf(hungIn(['a.jpg']).hung)).toMatchObject([{ file: 'road/a.jpg', listed: false }]);
	});

	it('may be the content folder itself', () => {
		expect(photosOf(hungIn(['a.jpg', 'a.xmp'], undefined, '').hung)).toMatchObject([
			{ file: 'a.jpg', sidecars: ['a.xmp'] },
		]);
	});
});

describe('a gallery with a list', () => {
	it('hangs photos, wall texts and references in their order', () => {
		const yaml = `photos:
  - { file: b.jpg, section: leaving, hang: lead }
  - { text: " A wall text ", section: leaving }
  - { ref: shoes, hang: lead }
  - ref: bag
  - file: a.jpg
`;
		const { hung, problems } = hungIn(['a.jpg', 'b.jpg'], yaml);
		expect(problems).toEqual([]);
		expect(hung).toMatchObject([
			{ kind: 'photo', file: 'road/b.jpg', listed: true, entry: { hang: 'lead' } },
			{ kind: 'text', text: { en: 'A wall text' }, section: 'leaving' },
			{ kind: 'ref', id: 'shoes', hang: 'lead' },
			{ kind: 'ref', id: 'bag', hang: 'row' },
			{ kind: 'photo', file: 'road/a.jpg', listed: true },
		]);
	});

	it('finds a file whose letters the disk composes in another way', () => {
		const [disk, written] = ['чойник.jpg'.normalize('NFD'), 'чойник.jpg'.normalize('NFC')];
		expect(namesOf(hungIn([disk], `photos: [{ file: ${written} }]\n`).hung)).toEqual([disk]);
		expect(namesOf(hungIn([written], `photos: [{ file: ${disk} }]\n`).hung)).toEqual([written]);
	});

	it('takes the very name where both forms are there', () => {
		const forms = ['é.jpg'.normalize('NFD'), 'é.jpg'.normalize('NFC')];
		const yaml = `photos:\n${forms.map((name) => `  - file: ${name}\n`).join('')}`;
		const { hung, problems } = hungIn(forms, yaml);
		expect(namesOf(hung)).toEqual(forms);
		expect(problems).toEqual([]);
	});

	it('misses a file at its line, and suggests the one that was meant', () => {
		const { hung, problems } = hungIn(['window.jpg'], 'photos:\n  - file: windw.jpg\n');
		expect(hung).toEqual([]);
		expect(told(problems)).toEqual([
			'error road/gallery.yaml:2:11: there is no file "windw.jpg"',
			'warning road/window.jpg:1:1: no gallery lists this picture',
		]);
		expect(problems[0]?.remedy).toBe('did you mean "window.jpg"?');
	});

	it('does not take a file of another case: on another computer it would be missing', () => {
		const { problems } = hungIn(['Tea.JPG'], 'photos: [{ file: tea.jpg }]\n');
		expect(problems[0]).toMatchObject({ level: 'error', message: 'there is no file "tea.jpg"' });
	});

	it('tells the second time that a file is listed, and offers `ref:`', () => {
		const yaml = 'photos:\n  - file: a.jpg\n  - ref: a\n  - file: a.jpg\n';
		const { problems } = hungIn(['a.jpg'], yaml);
		expect(told(problems)).toEqual(['error road/gallery.yaml:4:11: "a.jpg" is listed twice']);
		expect(problems[0]?.remedy).toContain('`ref:`');
	});

	it('hangs the rest where one entry is wrong', () => {
		const { hung } = hungIn(
			['a.jpg', 'b.jpg'],
			'photos:\n  - 12\n  - { file: 3 }\n  - file: b.jpg\n',
		);
		expect(namesOf(hung)).toEqual(['b.jpg']);
	});

	it('hangs nothing where the list is empty', () => {
		const { hung, problems } = hungIn(['a.jpg'], 'photos: []\n');
		expect(hung).toEqual([]);
		expect(told(problems)).toEqual(['warning road/a.jpg:1:1: no gallery lists this picture']);
	});
});

describe('sidecars', () => {
	const sidecarsOf = (files: readonly string[]) => photosOf(hungIn(files).hung)[0]?.sidecars;

	it('with the whole name of the picture come before those with its stem', () => {
		expect(sidecarsOf(['a.jpg', 'a.xmp', 'a.jpg.xmp'])).toEqual(['road/a.jpg.xmp', 'road/a.xmp']);
		expect(sidecarsOf(['a.jpg', 'a.XMP', 'a.jpg.XMP'])).toEqual(['road/a.jpg.XMP', 'road/a.XMP']);
	});

	it('belong to their own picture alone', () => {
		expect(sidecarsOf(['a.jpg', 'ab.xmp', 'b.jpg.xmp', 'a.png.xmp', 'a.txt'])).toEqual([]);
		expect(sidecarsOf(['a.b.jpg', 'a.xmp', 'a.b.xmp'])).toEqual(['road/a.b.xmp']);
	});
});
