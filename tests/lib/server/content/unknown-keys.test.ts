import { describe, expect, it } from 'vitest';
import { exhibition } from '../../../../src/lib/server/content/schema/exhibition.ts';
import { gallery } from '../../../../src/lib/server/content/schema/gallery.ts';
import { unknownKeys } from '../../../../src/lib/server/content/unknown-keys.ts';
import { validate } from '../../../../src/lib/server/content/validate.ts';
import { Source } from '../../../../src/lib/server/content/source.ts';

const paths = (schema: unknown, value: unknown, languages: readonly string[] = ['en', 'tg']) =>
	unknownKeys(schema, value, languages).map(({ path }) => path.join('.'));

describe('a key that nobody knows', () => {
	it('is found at any depth', () => {
		const value = {
			titel: 'Road',
			photos: [
				{ file: 'a.jpg', consent: { status: 'given', scop: ['web'] } },
				{ file: 'b.jpg', redact: [{ shape: 'ellipse', blur: true }] },
			],
			sections: [{ id: 'leaving', titel: 'Leaving' }],
		};
		expect(paths(gallery, value)).toEqual([
			'titel',
			'photos.0.consent.scop',
			'photos.1.redact.0.blur',
			'sections.0.titel',
		]);
	});

	it('is judged by what its entry is: a photo, a wall text or a reference', () => {
		const photos = [
			{ ref: 'tea', caption: 'Tea' },
			{ text: 'Words', alt: 'Tea' },
			{ file: 'tea.jpg', caption: 'Tea', alt: 'Tea' },
		];
		expect(paths(gallery, { photos })).toEqual(['photos.0.caption', 'photos.1.alt']);
	});

	it('comes with the keys that may stand in its place', () => {
		const [found] = unknownKeys(gallery, { photos: [{ ref: 'tea', hng: 'lead' }] }, ['en']);
		expect(found).toMatchObject({ key: 'hng', known: ['ref', 'section', 'hang'] });
	});

	it('is not an id that the curator chose', () => {
		const value = {
			people: { mariam: { name: 'Mariam', nickname: 'M' } },
			photographers: { lina: { name: 'Lina' } },
		};
		expect(paths(exhibition, value)).toEqual(['people.mariam.nickname']);
	});

	it('may be called like something that every object has', () => {
		const value = JSON.parse('{"constructor": 1, "toString": 2, "__proto__": 3}') as unknown;
		expect(paths(gallery, value)).toEqual(['constructor', 'toString', '__proto__']);
	});

	it('is kept', () => {
		const source = new Source('gallery.yaml', 'title: Road\nlighting: dim\n');
		expect(validate(gallery, source, ['en']).value).toEqual({ title: 'Road', lighting: 'dim' });
	});
});

describe('a language that the exhibition does not have', () => {
	it('is found in any text', () => {
		const value = {
			title: { en: 'Road', tj: 'Роҳ' },
			photos: [{ file: 'a.jpg', place: { city: { en: 'Dushanbe', de: 'Duschanbe' } } }],
		};
		expect(paths(gallery, value)).toEqual(['title.tj', 'photos.0.place.city.de']);
		const [found] = unknownKeys(gallery, value, ['en', 'tg']);
		expect(found).toMatchObject({ known: ['en', 'tg'], what: 'a language of this exhibition' });
	});

	it('is no matter while it is not known which languages there are', () => {
		expect(paths(gallery, { title: { en: 'Road', tj: 'Роҳ' } }, [])).toEqual([]);
	});

	it('is told of where a comma in braces has ended a text, and the text is not read to its end', () => {
		const text =
			'title: { en: Bread, tea and salt, tg: }\ncovr:\ntext: { en: Bread, tea }\nsummary: { en: A, ru: }\n';
		const { value, problems } = validate(gallery, new Source('gallery.yaml', text), ['en', 'tg']);
		expect(value).toEqual({
			title: { en: 'Bread' },
			text: { en: 'Bread' },
			summary: { en: 'A' },
		});
		expect(problems).toMatchObject([
			{
				line: 1,
				message: '"tea and salt" is not a language of this exhibition',
				remedy: 'in braces a comma ends a text: put the whole text in quotes',
			},
			{ line: 3, message: '"tea" is not a language of this exhibition' },
		]);
	});

	it('leaves what was parsed as it was written', () => {
		const source = new Source(
			'gallery.yaml',
			'title: Road\ncover:\nphotos: [{ file: a.jpg, alt: }]\n',
		);
		validate(gallery, source, ['en']);
		expect(source.parse().value).toEqual({
			title: 'Road',
			cover: null,
			photos: [{ file: 'a.jpg', alt: null }],
		});
	});
});
