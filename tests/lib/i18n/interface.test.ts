import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translator, type Messages } from '../../../src/lib/i18n/interface.ts';

const english: Messages = {
	number_of: '{number} of {count}',
	from_until: '{from} to {until}',
	photo_count: { one: '{count} picture', other: '{count} pictures' },
	show: 'Show',
};
const russian: Messages = {
	photo_count: { one: '{count} снимок', few: '{count} снимка', many: '{count} снимков' },
};

describe('a word of the interface', () => {
	const { t } = translator('en', english);

	it('has its places filled in', () => {
		expect(t('number_of', { number: 3, count: 12 })).toBe('3 of 12');
		expect(t('from_until', { until: 'May', from: 'April' })).toBe('April to May');
	});

	it('shows a place that nobody filled, rather than a gap', () => {
		expect(t('number_of', { number: 3 })).toBe('3 of {count}');
		expect(t('number_of')).toBe('{number} of {count}');
	});

	it('takes what is filled in as it is', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (from, until) => {
				expect(t('from_until', { from, until })).toBe(`${from} to ${until}`);
			}),
			{
				examples: [
					['{until}', '$&'],
					['', '$1{from}'],
				],
			},
		);
	});

	it('that is missing is its own name', () => {
		expect(translator('ru', {}).t('next')).toBe('next');
	});

	it('has the digits of its language, and no groups: a year is one too', () => {
		expect(translator('fa', english).t('number_of', { number: 3, count: 2016 })).toBe('۳ of ۲۰۱۶');
		expect(translator('en', english).t('number_of', { number: 1, count: 12_345 })).toBe(
			'1 of 12345',
		);
	});

	it('that was written already keeps its digits', () => {
		const { t } = translator('fa', english);
		expect(t('from_until', { from: '2016', until: '+992 1' })).toBe('2016 to +992 1');
	});

	it.each([
		[0, '0 pictures'],
		[1, '1 picture'],
		[2, '2 pictures'],
		[21, '21 pictures'],
	])('%s takes its English plural', (count, words) => {
		expect(translator('en', english).t('photo_count', { count })).toBe(words);
	});

	it.each([
		[0, '0 снимков'],
		[1, '1 снимок'],
		[3, '3 снимка'],
		[11, '11 снимков'],
		[21, '21 снимок'],
		[104, '104 снимка'],
	])('%s takes its Russian plural', (count, words) => {
		expect(translator('ru', russian).t('photo_count', { count })).toBe(words);
	});

	it('takes the form for all others where its own is missing', () => {
		const forms: Messages = { photo_count: { other: 'снимки: {count}' } };
		expect(translator('ru', forms).t('photo_count', { count: 3 })).toBe('снимки: 3');
	});
});
