import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { exhibitionIndex } from '../../../src/lib/conventions/exhibition-index.ts';
import { publishedSchema } from '../../../src/lib/conventions/index-schema.ts';
import { madeExhibition } from '../show/made.ts';
import { hall } from './made.ts';

const index = exhibitionIndex(hall());
const asRead = JSON.parse(JSON.stringify(index)) as unknown;
const valid = new Ajv2020({ strict: true }).compile(publishedSchema());

describe('exhibition.json', () => {
	it.each([
		['a whole exhibition', asRead],
		['an empty one', JSON.parse(JSON.stringify(exhibitionIndex(madeExhibition())))],
	])('follows its published schema: %s', (_name, value) => {
		valid(value);
		expect(valid.errors).toBeNull();
	});

	it('has no key that the schema does not know', () => {
		expect(valid({ ...Object(asRead), note: 'private' })).toBe(false);
	});

	it('has photos in the order of the walls, without those that are not to be indexed', () => {
		expect(index.photos.map(({ id }) => id)).toEqual(['tea', 'fist', 'new', 'behind']);
		expect(index.galleries[0]?.hangings).toEqual([
			...['tea', 'fist', 'new', 'behind'].map((photo) => ({ kind: 'photo', photo, hang: 'row' })),
			{ kind: 'text', text: { en: 'A wall text' } },
		]);
		expect(JSON.stringify(index)).not.toMatch(/hidden|HIDDEN|NOWHERE/);
	});

	it('names the content notes of each photo, its gallery’s too', () => {
		const notes = Object.fromEntries(
			index.photos.map((photo) => [photo.id, photo.content_notes.map(({ kind }) => kind)]),
		);
		expect(notes).toEqual({ tea: [], fist: ['violence'], new: [], behind: ['death'] });
	});

	it('joins pictures of a person only where they agreed, and has no mail address', () => {
		expect(index.people).toEqual({ mariam: { name: { en: 'Mariam' }, name_changed: true } });
		expect(index.photos[0]?.people).toEqual(['mariam']);
		expect(JSON.stringify(index)).not.toMatch(/Sara|Secret|us@example/);
	});

	it('has addresses that hold wherever the site stands, and says until when a photo may be kept', () => {
		expect(index.photos[0]).toMatchObject({
			pages: { fa: 'fa/galleries/road/tea/' },
			until: '2028-11-03',
			renditions: [{ address: 'media/tea-630.avif', type: 'image/avif' }, {}, {}, {}],
		});
	});
});
