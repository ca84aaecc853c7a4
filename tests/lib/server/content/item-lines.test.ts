import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { itemLines } from '../../../../src/lib/server/content/item-lines.ts';
import { Source } from '../../../../src/lib/server/content/source.ts';
import { checkout } from '../../../support/corpus.ts';

const found = (text: string, count?: number) =>
	itemLines(text, 'photos', count)?.lines.map((at) => text.slice(at).split('\n')[0]);

describe('the items of a list', () => {
	it('are found by their indents, whatever is in them', () => {
		const text = `title: A
photos: # in this order
  # the first
  - file: a
    caption: >-
      - no item

      - nor this
    tags:
      - x
  -
    file: b
    text: "two
      - lines"
  - { file: c }
# the end
sections:
  - id: d
`;
		expect(found(text, 3)).toEqual(['  - file: a', '  -', '  - { file: c }']);
		expect(found(text, 4)).toBeUndefined();
		expect(found(text.replaceAll('\n', '\r\n'), 3)).toHaveLength(3);
	});

	it('may stand as far left as their key', () => {
		expect(found('photos:\n- a\n- b:\n  - c\n\nsections:\n- d\n', 2)).toEqual(['- a', '- b:']);
	});

	it('are not guessed at where the text is another', () => {
		for (const text of [
			'photos: []\n',
			'photos: &a\n  - b\n',
			'"photos":\n  - b\n',
			'photos:\n  - b\n---\nphotos:\n  - c\n',
			'photos:\n',
		])
			expect(found(text)).toBeUndefined();
	});
});

it('a place is the same, whether the beginning is read for it or all of the text', () => {
	const file = join(checkout, 'photos', 'home', 'gallery.yaml');
	const text = readFileSync(file, 'utf8');
	const paths = [0, 1, 3, 5].flatMap((item) =>
		['file', 'caption', 'missing', 'focal'].map((key) => ['photos', item, key] as const),
	);
	for (const path of paths) {
		const whole = new Source('a.yaml', text);
		// Not of a list's item: all of it is read for that.
		whole.position(['title']);
		for (const of of ['key', 'value'] as const)
			expect(new Source('a.yaml', text).position(path, of)).toEqual(whole.position(path, of));
	}
});
