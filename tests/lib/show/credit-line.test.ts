import { expect, it } from 'vitest';
import { creditLine } from '../../../src/lib/show/credit-line.ts';
import { showPhoto } from '../../../src/lib/show/photo.ts';
import { madeExhibition, madePhoto } from './made.ts';

const shown = (more = {}) => {
	const photo = madePhoto('tea', {
		title: { en: 'Is it tea?', fa: 'چای' },
		credit: { creator: 'Lina', line: { en: 'For Nigoh.' }, copyright: { en: '© 2026 Lina' } },
		licence: { url: 'https://e.org/by/4.0' },
		...more,
	});
	return showPhoto(madeExhibition({}, photo), photo, 'road', 'en');
};

it('names title, credit, rights, licence and address', () => {
	expect(creditLine(shown(), 'https://e.org/tea/')).toBe(
		'Is it tea? Lina. For Nigoh. © 2026 Lina. https://e.org/by/4.0 https://e.org/tea/',
	);
});

it('says nothing twice, and nothing that is not known', () => {
	const bare = shown({
		title: undefined,
		licence: undefined,
		credit: { creator: 'Lina', copyright: { en: 'Lina' } },
	});
	expect(creditLine(bare, 'https://e.org/')).toBe('Lina. https://e.org/');
});

it('is none where the picture may only be shown here', () => {
	expect(creditLine(shown({ reuse: 'here' }), 'https://e.org/')).toBeUndefined();
	expect(creditLine(shown({ reuse: 'press' }), 'https://e.org/')).toContain('Lina');
});
