import { describe, expect, it } from 'vitest';
import { showAround, showVenues } from '../../../src/lib/show/around.ts';
import { madeExhibition } from './made.ts';

const mail = 'hello@example.org';
const house = {
	name: { en: 'A house', fa: 'یک خانه' },
	address: { en: '1 Rudaki' },
	telephone: ['+992 1', '+992 2'],
	fax: ['+992 3'],
	email: mail,
};

describe('what stands around every page', () => {
	it('speaks its language, and says where it does not', () => {
		const exhibition = madeExhibition({
			title: { en: 'An exhibition', fa: 'یک نمایشگاه' },
			organisation: house,
			help: [{ text: { en: 'Call' }, telephone: '112', country: 'TJ' }],
		});
		expect(showAround(exhibition, 'fa')).toMatchObject({
			title: { text: 'یک نمایشگاه' },
			languages: ['en', 'fa', 'tg'],
			organisation: {
				name: { text: 'یک خانه' },
				address: { text: '1 Rudaki', lang: 'en', dir: 'ltr' },
				telephone: ['+992 1', '+992 2'],
				fax: ['+992 3'],
			},
			help: [{ text: { text: 'Call', lang: 'en', dir: 'ltr' }, telephone: '112' }],
		});
	});

	it('has no mail address that a harvester could read, yet the whole of it', () => {
		const withdrawal = { email: mail, telephone: '+992 4', days: 3 };
		const around = showAround(madeExhibition({ organisation: house, withdrawal }), 'en');
		expect(JSON.stringify(around)).not.toContain('@');
		expect(JSON.stringify(around)).not.toContain('example');
		for (const shown of [around.organisation, around.withdrawal]) {
			expect(String.fromCodePoint(...(shown?.email ?? []))).toBe(mail);
		}
		expect(around.withdrawal).toMatchObject({ telephone: '+992 4', days: 3 });
	});

	it('leaves out what nobody gave', () => {
		const around = showAround(madeExhibition(), 'en');
		expect(around.organisation).toBeUndefined();
		expect(around.withdrawal).toBeUndefined();
		expect(around.help).toEqual([]);
		const organisation = { telephone: [], fax: [] };
		const { email, name } = showAround(madeExhibition({ organisation }), 'en').organisation ?? {};
		expect([email, name]).toEqual([undefined, undefined]);
	});
});

describe('a venue', () => {
	const shown = (lang: string, more: object = {}) =>
		showVenues(
			madeExhibition({ venues: [{ name: { en: 'The hall', fa: 'تالار' }, ...more }] }),
			lang,
		);

	it('tells its days in words of the page', () => {
		const days = { from: '2026-12-01', until: '2027-01-31' };
		expect(shown('en', days)).toMatchObject([
			{ name: { text: 'The hall' }, from: 'December 1, 2026', until: 'January 31, 2027' },
		]);
		expect(shown('fa', days)).toMatchObject([
			{ name: { text: 'تالار' }, from: '۱ دسامبر ۲۰۲۶', until: '۳۱ ژانویهٔ ۲۰۲۷' },
		]);
	});

	it('has only a beginning where its end is open', () => {
		expect(shown('en', { from: '2026-12-01' })).toMatchObject([
			{ from: 'December 1, 2026', until: undefined },
		]);
	});

	it('tells address and hours', () => {
		const more = { address: { en: '1 Rudaki' }, hours: { en: 'ten to six' } };
		expect(shown('en', more)).toMatchObject([
			{ address: { text: '1 Rudaki' }, hours: { text: 'ten to six' } },
		]);
	});

	it('keeps the order of the curator', () => {
		const venues = ['b', 'a', 'c'].map((name) => ({ name: { en: name } }));
		const names = showVenues(madeExhibition({ venues }), 'en').map(({ name }) => name?.text);
		expect(names).toEqual(['b', 'a', 'c']);
	});
});
