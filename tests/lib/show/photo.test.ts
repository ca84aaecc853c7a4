import { describe, expect, it } from 'vitest';
import type { Exhibition, Photo, Place } from '../../../src/lib/model.ts';
import { showAlone, showPhoto, type ShownPhoto } from '../../../src/lib/show/photo.ts';
import { hung, madeExhibition, madeGallery, madePhoto } from './made.ts';

const violence = { kind: 'violence', text: { en: 'A fight' } } as const;

/** A photo on its own page, in English unless said otherwise. */
function whole(
	more: Partial<Photo>,
	exhibition: Partial<Exhibition> = {},
	lang = 'en',
): ShownPhoto {
	const photo = madePhoto('tea', more);
	return showAlone(madeExhibition(exhibition, photo), photo, madeGallery('road'), lang);
}

describe('a photo on a wall', () => {
	it('speaks the language of the page, and says where it does not', () => {
		const photo = madePhoto('tea', {
			title: { en: 'Tea', fa: 'چای' },
			caption: { en: 'By the window' },
			alt: { fa: 'یک لیوان' },
		});
		expect(showPhoto(madeExhibition({}, photo), photo, 'road', 'fa')).toMatchObject({
			title: { text: 'چای' },
			caption: { text: 'By the window', lang: 'en', dir: 'ltr' },
			alt: { text: 'یک لیوان' },
		});
	});

	it('has no alt text where nobody wrote one: its title does not stand in', () => {
		const photo = madePhoto('tea', { title: { en: 'Tea' }, alt: { en: ' ' } });
		expect(showPhoto(madeExhibition({}, photo), photo, 'road', 'en').alt).toBeUndefined();
	});

	it('that hangs in another gallery too links there, and knows its home', () => {
		const photo = madePhoto('tea', { gallery: 'road' });
		expect(showPhoto(madeExhibition({}, photo), photo, 'home', 'en')).toMatchObject({
			id: 'tea',
			gallery: 'home',
			home: 'road',
		});
	});

	it('keeps its notes, also those without words, and that it is covered', () => {
		const photo = madePhoto('tea', { warnings: [violence, { kind: 'death' }], covered: true });
		const { notes, covered } = showPhoto(madeExhibition({}, photo), photo, 'road', 'fa');
		expect(notes).toEqual([
			{ kind: 'violence', text: { text: 'A fight', lang: 'en', dir: 'ltr' } },
			{ kind: 'death', text: undefined },
		]);
		expect(covered).toBe(true);
	});
});

describe('the credit', () => {
	const photographers = { rahimova: { name: { en: 'S. Rahimova', fa: 'س. رحیمووا' } } };
	const credit = (given: Photo['credit'], lang = 'en') =>
		whole({ credit: given }, { photographers }, lang).credit.map(({ text }) => text);

	it('names the photographer, then the line', () => {
		const line = { en: 'A house' };
		expect(credit({ photographer: 'rahimova', line })).toEqual(['S. Rahimova', 'A house']);
		expect(credit({ photographer: 'rahimova' }, 'fa')).toEqual(['س. رحیمووا']);
		expect(credit({ line })).toEqual(['A house']);
		expect(credit({})).toEqual([]);
	});

	it('does not say a name twice', () => {
		const line = { en: '© S. Rahimova / A house' };
		expect(credit({ photographer: 'rahimova', line })).toEqual(['© S. Rahimova / A house']);
	});

	it('does without a photographer who is not published', () => {
		expect(credit({ creator: 'Ali', line: { en: 'Alisher Fund' } })).toEqual([
			'Ali',
			'Alisher Fund',
		]);
		expect(credit({ photographer: 'unknown', line: { en: 'A house' } })).toEqual(['A house']);
	});
});

describe('a photo on its own page', () => {
	it('stands behind its own notes, then those of the gallery where it hangs', () => {
		const photo = madePhoto('tea', { warnings: [violence] });
		const gallery = madeGallery('road', [hung('tea')], { warnings: [{ kind: 'distress' }] });
		const { notes } = showAlone(madeExhibition({}, photo), photo, gallery, 'en');
		expect(notes.map(({ kind }) => kind)).toEqual(['violence', 'distress']);
	});

	it('tells its date in words, no finer than it is known', () => {
		const date = (value: string, precision: 'year' | 'month' | 'day') =>
			whole({ date: { value, precision } }).date;
		expect(date('2016', 'year')).toEqual({ words: '2016', value: '2016' });
		expect(date('2016-11', 'month')).toEqual({ words: 'November 2016', value: '2016-11' });
		expect(date('2016-11-03', 'day')?.words).toBe('November 3, 2016');
		expect(whole({}).date).toBeUndefined();
	});

	it('tells its place as a label does, the smallest first', () => {
		const place = (given: Place | undefined, lang = 'en') =>
			whole({ place: given }, {}, lang).place.map(({ text }) => text);
		const all = { name: { en: 'Bazaar' }, city: { en: 'Khujand' }, region: { en: 'Sughd' } };
		expect(place({ country: 'TJ', ...all })).toEqual(['Bazaar', 'Khujand', 'Sughd', 'Tajikistan']);
		expect(place({ country: 'TJ' }, 'fa')).toEqual(['تاجیکستان']);
		expect(place({ city: { en: 'Khujand' }, region: { en: ' ' } })).toEqual(['Khujand']);
		expect(place({})).toEqual([]);
		expect(place(undefined)).toEqual([]);
	});

	it('gives no coordinates', () => {
		const text = JSON.stringify(whole({ place: { country: 'TJ', point: [38.56, 68.77] } }));
		expect(text).not.toMatch(/38\.56|68\.77/);
	});

	it('says whose names were changed, and passes over who has none', () => {
		const person = (name: string, nameChanged: boolean) => ({
			name: { en: name },
			nameChanged,
			linkable: true,
		});
		const people = {
			zarina: person('Zarina', true),
			said: person('Said', false),
			mute: person(' ', false),
		};
		const shown = whole({ people: ['said', 'mute', 'gone', 'zarina'] }, { people }).people;
		expect(shown).toEqual([
			{ name: { text: 'Said' }, changed: false },
			{ name: { text: 'Zarina' }, changed: true },
		]);
	});

	it('passes on what is the same in every language', () => {
		const licence = { url: 'https://example.org/by', acquire: 'https://example.org/ask' };
		const given = { licence, keywords: ['tea', 'train'] };
		expect(whole(given)).toMatchObject({ licence, keywords: [{ text: 'tea' }, { text: 'train' }] });
	});
});
