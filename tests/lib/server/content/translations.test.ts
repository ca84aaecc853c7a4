import { describe, expect, it } from 'vitest';
import { exhibition } from '../../../../src/lib/server/content/schema/exhibition.ts';
import { gallery } from '../../../../src/lib/server/content/schema/gallery.ts';
import { Source } from '../../../../src/lib/server/content/source.ts';
import { untranslated } from '../../../../src/lib/server/content/translations.ts';
import { told } from './records.ts';

const lacking = (schema: unknown, text: string, languages: readonly string[]) => {
	const source = new Source('a.yaml', text);
	return untranslated(schema, source.parse().value, source, languages);
};

describe('what is not translated', () => {
	it('is told for each language: how many texts, and at the first', () => {
		const text = `title: { en: Road, tg: Роҳ }
photos:
  - file: a.jpg
    title: { en: Window, tg: Тиреза }
    caption: { en: Tea, ru: Чай }
  - text: { en: A wall text }
`;
		expect(told(lacking(gallery, text, ['en', 'tg', 'ru']))).toEqual([
			'warning a.yaml:5:5: 2 of 4 texts have no tg',
			'warning a.yaml:1:1: 3 of 4 texts have no ru',
		]);
	});

	it('is shown by an example in the languages at hand', () => {
		const [problem] = lacking(gallery, 'title: Road\n', ['ru', 'ky']);
		expect(problem?.remedy).toContain('{ ru: "…", ky: "…" }');
	});

	it('counts a text without a language, and one of blanks', () => {
		const text = 'title: Road\nsummary: { en: Long, tg: " " }\nsupport: { en: Ask, tg: Пурсед }\n';
		expect(told(lacking(gallery, text, ['en', 'tg']))).toEqual([
			'warning a.yaml:1:1: 2 of 3 texts have no tg',
		]);
	});

	it('is found in people, photographers, venues and help', () => {
		const text = `title: { en: A, fa: ا }
people:
  mariam: { name: { en: Mariam } }
photographers:
  lina: { name: Lina, biography: { en: B } }
venues: [{ name: { en: Hall }, hours: { en: Daily } }]
help: [{ text: { en: Call } }]
`;
		const problems = lacking(exhibition, text, ['en', 'fa']);
		expect(problems.map(({ message }) => message)).toEqual(['6 of 7 texts have no fa']);
		expect(problems[0]?.line).toBe(3);
	});

	it('is nothing of what nobody translates: files, ids, notes, reasons', () => {
		const text = `photos:
  - file: a.jpg
    note: never published
    people: [mariam]
    redact: [{ shape: ellipse, x: 0, y: 0, w: 1, h: 1, reason: bystander }]
    care: { checked_by: AK, checked_on: 2026-11-18, note: looked }
  - ref: tea
`;
		expect(lacking(gallery, text, ['en', 'tg'])).toEqual([]);
	});

	it('is nothing in an exhibition of one language', () => {
		expect(lacking(gallery, 'title: Road\n', ['en'])).toEqual([]);
		expect(lacking(gallery, 'title: Road\n', [])).toEqual([]);
	});
});
