import { describe, expect, it } from 'vitest';
import { placeOf } from '../../src/lib/place.ts';

describe('the place of a page', () => {
	it.each([
		['/[lang=lang]', { lang: 'en' }, []],
		['/[lang=lang]/about', { lang: 'en' }, ['about']],
		['/[lang=lang]/galleries/[gallery]', { gallery: 'road' }, ['galleries', 'road']],
		[
			'/[lang=lang]/galleries/[gallery]/[photo]',
			{ gallery: 'road', photo: 'tea' },
			['galleries', 'road', 'tea'],
		],
		[null, {}, []],
	])('of %s', (route, params, place) => expect(placeOf(route, params)).toEqual(place));
});
