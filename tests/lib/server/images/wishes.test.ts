import { describe, expect, it } from 'vitest';
import type { Content, PhotoRecord } from '../../../../src/lib/server/content/record.ts';
import { decideAll } from '../../../../src/lib/server/content/decisions.ts';
import { wishes } from '../../../../src/lib/server/images/wishes.ts';
import { content, gallery, hung, photo } from '../content/records.ts';

function wanted(some: Partial<Content>) {
	const all = content(some);
	const found = wishes(all, decideAll(all, '2026-11-24', 'web'), 'default');
	return Object.fromEntries(found.map(({ photo: { id }, wish }) => [id, wish]));
}
const one = (some: Partial<PhotoRecord>, more: Partial<Content> = {}) =>
	wanted({ photos: [photo(some)], ...more }).tea;

describe('what a photo needs', () => {
	it('is nothing where it is held back', () => {
		expect(
			wanted({ photos: [photo({ consent: { status: 'refused' } }), photo({ id: 'b' })] }),
		).toHaveProperty('b');
		expect(one({ consent: { status: 'refused' } })).toBeUndefined();
	});

	it('is for a kiosk no card, and wider files', () => {
		const all = content();
		const of = (channel: 'web' | 'kiosk') =>
			wishes(all, decideAll(all, '2026-11-24', channel), 'default')[0]?.wish;
		expect(of('web')).toMatchObject({ card: true, wide: false });
		expect(of('kiosk')).toMatchObject({ card: false, wide: true });
	});

	it('are cover crops for the one that is a cover', () => {
		const photos = [photo({ id: 'a' }), photo({ id: 'b' })];
		const room = gallery({ cover: 'b', hangings: [hung('a'), hung('b')] });
		const { a, b } = wanted({ photos, galleries: [room] });
		expect([a?.cover, b?.cover]).toEqual([false, true]);
		expect([a?.opening, b?.opening]).toEqual([false, true]);
	});

	it.each([
		['nobody is visible', {}, true],
		[
			'consent reaches social media',
			{ consent: { status: 'given', scope: ['web', 'social'] } },
			true,
		],
		['consent does not', { consent: { status: 'given', scope: ['web'] } }, false],
		['consent names no scope', { consent: { status: 'given' } }, false],
		['it carries a content note', { warnings: [{ kind: 'death' }] }, false],
	] as const)('is a card where %s: %o %s', (_, some, card) => {
		expect(one(some as unknown as Partial<PhotoRecord>)?.card).toBe(card);
	});

	it('is no card where its gallery or the exhibition carries a content note', () => {
		const noted = gallery({ warnings: [{ kind: 'death' }], hangings: [hung('tea')] });
		expect(one({}, { galleries: [noted] })?.card).toBe(false);
		expect(one({}, { exhibition: { warnings: [{ kind: 'death' }] } })?.card).toBe(false);
	});
});

describe('the words in its files', () => {
	it('are those that are published, and no others', () => {
		const wish = one(
			{
				credit: { photographer: 'lina', line: { en: 'Line' }, copyright: { en: '© L' } },
				licence: { url: 'https://example.org/l', acquire: 'https://example.org/a' },
				entry: { note: 'PLANTED', care: { checked_by: 'PLANTED', checked_on: '2026-01-01' } },
				consent: { status: 'not_needed', ref: 'PLANTED' },
				place: { city: { en: 'PLANTED' }, precision: 'exact' },
				caption: { en: 'PLANTED' },
				people: ['planted'],
			},
			{ exhibition: { photographers: { lina: { name: 'Lina Haddad' } } } },
		);
		expect(wish?.xmp).toMatch(
			/Lina Haddad.*© L.*Line.*example\.org\/l.*example\.org\/a.*tea seen/s,
		);
		expect(wish?.xmp).not.toMatch(/PLANTED/i);
	});

	it('name the photographer that the file names, where nobody else did', () => {
		expect(one({ credit: { creator: 'Ali' } })?.xmp).toContain('<rdf:li>Ali</rdf:li>');
	});
});
