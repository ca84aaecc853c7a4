import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { Edit } from '../../../../src/lib/server/content/edit.ts';

const written = `# The road
title: { en: "The road" } # two words
photos:
  # first
  - file: tea.jpg # a glass
    caption: |
      Two lines
      of words
    consent:
      status: given
      ref: C-1
  - { file: bread.jpg, consent: { status: given, scope: [web] } }
  - file: door.jpg
`;
const at = (index: number, ...more: string[]) => ['photos', index, ...more];

describe('an edit of YAML', () => {
	it('changes one value and nothing else', () => {
		const text = String(new Edit(written).set(at(0, 'consent', 'status'), 'withdrawn'));
		expect(text).toBe(written.replace('status: given\n      ref', 'status: withdrawn\n      ref'));
	});

	it('changes one within braces', () => {
		const text = String(new Edit(written).set(at(1, 'consent', 'status'), 'withdrawn'));
		expect(text).toBe(written.replace('{ status: given, scope', '{ status: withdrawn, scope'));
	});

	it('adds a key below the first of its kind', () => {
		const consent = { status: 'withdrawn' };
		const text = String(new Edit(written).set(at(2, 'consent'), consent));
		expect(text).toBe(`${written}    consent: { status: withdrawn }\n`);
		const first = String(new Edit(written).set(at(0, 'id'), 'tea'));
		expect(first).toContain('  - file: tea.jpg # a glass\n    id: tea\n    caption: |\n');
	});

	it('adds a key within braces', () => {
		const text = String(new Edit(written).set(at(1, 'id'), 'bread'));
		expect(text).toContain('scope: [web] }, id: bread }\n');
	});

	it('fills a key that has no value', () => {
		expect(String(new Edit('a:\nb: 1\n').set(['a'], 'x'))).toBe('a: x\nb: 1\n');
	});

	it('removes keys, the one beside the dash too', () => {
		const text = String(new Edit(written).remove(at(0), ['file', 'caption']));
		expect(text).toContain('  - consent:\n      status: given\n      ref: C-1\n');
		const braces = String(new Edit(written).remove(at(1), ['consent']));
		expect(braces).toContain('  - { file: bread.jpg }\n');
	});

	it('appends to a list, as its items are written', () => {
		const item = { file: 'new.jpg', title: { en: 'New: one' } };
		const text = String(new Edit(written).append('photos', item));
		expect(text).toBe(`${written}  - file: new.jpg\n    title:\n      en: "New: one"\n`);
	});

	it.each(['title: T\n', 'title: T', '', 'photos: []\n', 'photos:\n', '# nothing\n'])(
		'begins a list where there is none: %j',
		(text) => {
			const edited = String(new Edit(text).append('photos', { file: 'a.jpg' }));
			expect(parse(edited)).toEqual({ ...parse(text), photos: [{ file: 'a.jpg' }] });
		},
	);

	it('keeps the line ends', () => {
		const text = String(
			new Edit('a: 1\r\nphotos:\r\n- file: b.jpg\r\n').append('photos', { file: 'c' }),
		);
		expect(text).toBe('a: 1\r\nphotos:\r\n- file: b.jpg\r\n- file: c\r\n');
	});

	const word = fc.constantFrom('a', 'b: c', "it's", '# no', 'ё', '', 'yes', '12', 'two\nlines');
	const leaf = fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null));
	const entry = fc.dictionary(
		fc.constantFrom('file', 'id', 'title', 'consent', 'note'),
		fc.oneof(leaf, fc.dictionary(fc.constantFrom('en', 'fa', 'status'), leaf), fc.array(leaf)),
		{ minKeys: 1 },
	);
	const style = fc.record({
		collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
		indent: fc.constantFrom(2, 4),
		indentSeq: fc.boolean(),
	});

	it('leaves the rest as it was, however it is written', () => {
		fc.assert(
			fc.property(
				fc.array(entry, { minLength: 1 }),
				style,
				word,
				fc.nat(),
				(list, how, value, n) => {
					const text = stringify({ title: 'T', photos: list }, how);
					const index = n % list.length;
					const set = String(new Edit(text).set(at(index, 'id'), value));
					const changed = list.map((one, at) => (at === index ? { ...one, id: value } : one));
					expect(parse(set)).toEqual({ title: 'T', photos: changed });
					const more = String(new Edit(text).append('photos', { file: value }));
					expect(parse(more)).toEqual({ title: 'T', photos: [...list, { file: value }] });
					const removed = String(new Edit(text).remove(at(index), ['id']));
					const without = list.map((one, at) => {
						const { ...rest } = one;
						delete rest.id;
						return at === index && Object.keys(rest).length > 0 ? rest : one;
					});
					if (Object.keys(list[index]!).some((key) => key !== 'id'))
						expect(parse(removed)).toEqual({ title: 'T', photos: without });
				},
			),
			{ numRuns: 300 },
		);
	});
});
