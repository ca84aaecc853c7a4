import { describe, expect, it } from 'vitest';
import { publicAround, publicWarnings } from '../../../../src/lib/server/content/public-around.ts';
import { publicPhoto } from '../../../../src/lib/server/content/public-photo.ts';
import type { Content, PhotoRecord } from '../../../../src/lib/server/content/record.ts';
import { content, photo, picture } from './records.ts';

type Written = Content['exhibition'];

function around(exhibition: Written, shown: readonly Partial<PhotoRecord>[] = [{}]) {
	const photos = shown.map((some) => publicPhoto(photo(some), picture, undefined));
	return publicAround(
		content({ exhibition }),
		Object.fromEntries(photos.map((one) => [one.id, one])),
		{},
	);
}

describe('people', () => {
	const people = {
		mariam: { name: { en: 'Mariam', fa: 'مریم' }, name_changed: true },
		rustam: { name: 'Rustam', linkable: true },
		child: { name: 'Zebo', minor: true },
	};

	it('are published only where a published photo shows them', () => {
		expect(Object.keys(around({ people }, [{ people: ['rustam'] }]).people)).toEqual(['rustam']);
		expect(around({ people }).people).toEqual({});
	});

	it('are their names, and whether these were changed and may be linked; nobody is linked unasked', () => {
		const shown = around({ people }, [{ people: ['mariam', 'rustam', 'child'] }]).people;
		expect(shown).toEqual({
			mariam: { name: { en: 'Mariam', fa: 'مریم' }, nameChanged: true, linkable: false },
			rustam: { name: { en: 'Rustam' }, nameChanged: false, linkable: true },
			child: { name: { en: 'Zebo' }, nameChanged: false, linkable: false },
		});
	});
});

describe('photographers', () => {
	const photographers = {
		lina: { name: 'Lina', biography: 'Born …', portrait: 'lina-portrait', email: 'SECRET' },
		amir: { name: 'Amir' },
	};
	const byLina = { credit: { photographer: 'lina' } };

	it('are published only where a published photo is theirs, without what nobody asked for', () => {
		const shown = around({ photographers }, [byLina]).photographers;
		expect(Object.keys(shown)).toEqual(['lina']);
		expect(shown.lina).toMatchObject({ name: { en: 'Lina' }, biography: { en: 'Born …' } });
		expect(JSON.stringify(shown)).not.toContain('SECRET');
	});

	it('have a portrait only while that photo is published', () => {
		const portrait = (shown: readonly Partial<PhotoRecord>[]) =>
			around({ photographers }, shown).photographers.lina?.portrait;
		expect(portrait([byLina])).toBeUndefined();
		expect(portrait([byLina, { id: 'lina-portrait' }])).toBe('lina-portrait');
	});
});

describe('addresses', () => {
	it('of the organisation are lists of numbers, however they were written', () => {
		const organisation = { name: 'Mission', telephone: '+992 1', fax: ['+992 2', '+992 3'] };
		expect(around({ organisation }).organisation).toEqual({
			name: { en: 'Mission' },
			address: undefined,
			telephone: ['+992 1'],
			fax: ['+992 2', '+992 3'],
			email: undefined,
		});
		expect(around({}).organisation).toBeUndefined();
	});

	it('are in the source language where they were written without one', () => {
		const exhibition = { organisation: { name: 'Намояндагӣ' } };
		const shown = publicAround(content({ exhibition, languages: ['tg', 'en'] }), {}, {});
		expect(shown.organisation?.name).toEqual({ tg: 'Намояндагӣ' });
	});

	it('of help and withdrawal are whole: text, number, country, days', () => {
		const help = [
			{ text: { en: 'If you are forced to work' }, telephone: '+992 4', country: 'TJ' },
		];
		const withdrawal = { telephone: '+992 5', email: 'a@example.org', days: 3 };
		const shown = around({ help, withdrawal });
		expect(shown.help).toEqual(help);
		expect(shown.withdrawal).toEqual(withdrawal);
		expect(around({})).toMatchObject({ help: [], venues: [] });
		expect(around({}).withdrawal).toBeUndefined();
	});

	it('of the halls carry their days and hours', () => {
		const days = { from: '2026-12-01', until: '2027-01-31' };
		const { venues } = around({ venues: [{ name: 'Hall', hours: { en: 'Daily' }, ...days }] });
		expect(venues).toEqual([
			{ name: { en: 'Hall' }, address: undefined, hours: { en: 'Daily' }, ...days },
		]);
	});
});

describe('content notes', () => {
	it('are told by kind, with their text in the source language where it has none', () => {
		expect(publicWarnings([{ kind: 'death', text: 'A coffin' }, { kind: 'other' }], 'tg')).toEqual([
			{ kind: 'death', text: { tg: 'A coffin' } },
			{ kind: 'other', text: undefined },
		]);
		expect(publicWarnings(undefined, 'en')).toEqual([]);
	});
});
