import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captionsCsv } from '../../../src/studio/tables/captions.ts';
import { compare } from '../../../src/studio/tables/compare.ts';
import { csvText } from '../../../src/studio/tables/csv.ts';
import { defused, restored } from '../../../src/studio/tables/defuse.ts';
import { guess } from '../../../src/studio/tables/guess.ts';
import { tablesIn } from '../../../src/studio/tables/tables-in.ts';
import { afterStep, contentOf } from '../../support/fake-desk.ts';

const languages = ['en', 'tg', 'ru', 'fa'];
const snippets = [
	'=',
	'+',
	'-',
	'@',
	"'",
	'"',
	',',
	';',
	'\t',
	'\n',
	'\r\n',
	'ӣқӯҳҷғ',
	'نگاه\u200cها',
	'🫖',
	'a',
	' ',
	'\u202e',
];
const anything = fc.oneof(
	fc.string({ unit: 'grapheme' }),
	fc.string({ unit: fc.constantFrom(...snippets), maxLength: 12 }),
);
const written = anything
	.map((text) => text.replace(/\r\n?/g, '\n').trim())
	.filter((text) => text !== '');
const entry = fc.dictionary(
	fc.constantFrom('title', 'caption', 'alt', 'description', 'transcript'),
	fc.oneof(
		written,
		fc.dictionary(fc.constantFrom(...languages), written, { minKeys: 1, noNullPrototype: true }),
	),
	{ noNullPrototype: true },
);
const ids = ['a', 'b', 'c'];
const exhibition = fc.record({ a: entry, b: entry, c: entry });

async function read(csv: string) {
	const [table] = await tablesIn('captions.csv', new TextEncoder().encode(csv));
	if (!table) throw new Error('no table');
	return table;
}

const textsOf = (content: ReturnType<typeof contentOf>) =>
	content.photos.map(({ title, caption, alt, description, transcript }) => ({
		...{ title, caption, alt, description, transcript },
	}));

describe('captions as a .csv', () => {
	it('are UTF-8 with a mark, a row for each photo in hanging order', () => {
		const content = contentOf(['en', 'tg'], {
			b: { title: '=1' },
			a: { caption: { tg: 'Чой,\n"гарм"' } },
		});
		expect(captionsCsv(content)).toBe(
			'\ufeffid,file,title/en,title/tg,caption/en,caption/tg,alt/en,alt/tg,description/en,description/tg,transcript/en,transcript/tg,credit/en,credit/tg\r\n' +
				"b,road/b.jpg,'=1,,,,,,,,,,,\r\n" +
				'a,road/a.jpg,,,,"Чой,\n""гарм""",,,,,,,,\r\n',
		);
	});

	it('come back as they were: nothing is different', async () => {
		await fc.assert(
			fc.asyncProperty(exhibition, async (entries) => {
				const content = contentOf(languages, entries);
				const table = await read(captionsCsv(content));
				const mapping = guess(table.header, languages);
				expect(Object.keys(mapping)).toHaveLength(table.header.length);
				const compared = compare(content, table, mapping, 'replace');
				expect(compared).toMatchObject({ differences: [], unknown: [], missing: [] });
			}),
		);
	});

	it('make another exhibition say the same, letter by letter', async () => {
		await fc.assert(
			fc.asyncProperty(exhibition, exhibition, async (entries, others) => {
				const [from, to] = [contentOf(languages, entries), contentOf(languages, others)];
				const table = await read(captionsCsv(from));
				const { step, refused } = compare(to, table, guess(table.header), 'replace');
				fc.pre(refused.length === 0);
				const after = contentOf(languages, afterStep(others, step));
				expect(textsOf(after)).toEqual(textsOf(from));
			}),
		);
	});

	it('hold no formula, and every cell of any text comes back', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(anything, { minLength: 2 }), async (cells) => {
				expect(cells.map(defused).map(restored)).toEqual(cells);
				const { rows } = await read(csvText([ids, ['x', ...cells], ['end']]));
				expect(rows[0]?.slice(1).map(restored)).toEqual(cells);
				for (const cell of rows[0] ?? []) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
			}),
		);
	});
});
