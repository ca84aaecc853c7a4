import { expect, it } from 'vitest';
import { hang } from '../../src/lib/hang.ts';
import type { Hanging } from '../../src/lib/model.ts';

const photo = (id: string, size: 'lead' | 'row' = 'row', section?: string): Hanging => ({
	kind: 'photo',
	id,
	hang: size,
	section,
});
const words: Hanging = { kind: 'text', text: { en: 'words' } };

function drawn(hangings: readonly Hanging[]): string[] {
	return hang(hangings, [{ id: 'one' }, { id: 'two' }]).map((block) => {
		if (block.kind === 'section') return `# ${block.section.id}`;
		if (block.kind === 'text') return 'text';
		if (block.kind === 'lead') return `lead ${block.photo.id}`;
		return block.photos.map(({ id }) => id).join(' ');
	});
}

it('puts consecutive row photos into one row; a lead or a wall text ends it', () => {
	expect(
		drawn([photo('a'), photo('b'), photo('c', 'lead'), photo('d'), words, photo('e')]),
	).toEqual(['a b', 'lead c', 'd', 'text', 'e']);
});

it('heads a section once, and keeps in it what names none', () => {
	const hangings = [
		photo('a', 'row', 'one'),
		words,
		photo('b'),
		photo('c', 'row', 'one'),
		photo('d', 'row', 'two'),
	];
	expect(drawn(hangings)).toEqual(['# one', 'a', 'text', 'b c', '# two', 'd']);
});
