import { translator } from '../../../src/lib/i18n/interface.ts';
import en from '../../../src/lib/i18n/messages/en.json' with { type: 'json' };
import fa from '../../../src/lib/i18n/messages/fa.json' with { type: 'json' };
import tg from '../../../src/lib/i18n/messages/tg.json' with { type: 'json' };
import type { Exhibition, Photo } from '../../../src/lib/model.ts';
import { hung, madeExhibition, madeGallery, madePhoto } from '../show/made.ts';

export const interfaces = new Map([
	['en', translator('en', en)],
	['fa', translator('fa', fa)],
	['tg', translator('tg', tg)],
]);

export function pictured(id: string, more: Partial<Photo> = {}): Photo {
	const rendition = (format: 'jpg' | 'avif', width: number) => {
		return { name: `${id}-${width}.${format}`, format, width, height: (width * 2) / 3 };
	};
	const files = [630, 1290].flatMap((width) => [rendition('avif', width), rendition('jpg', width)]);
	const renditions = files.sort((a, b) => a.format.localeCompare(b.format));
	return madePhoto(id, {
		title: { en: `Title of ${id}`, fa: `عنوان ${id}` },
		picture: { width: 1800, height: 1200, renditions, colour: '#102030' },
		...more,
	});
}

/**
 * Two galleries, the second behind a content note, at an address below a path: each photo is named
 * by what is special about it.
 */
export function hall(more: Partial<Exhibition> = {}): Exhibition {
	const photos = [
		pictured('tea', {
			caption: { en: 'Tea & <bread> "hot"', fa: 'چای' },
			alt: { en: 'A glass of tea' },
			people: ['mariam', 'sara'],
			credit: { photographer: 'lina', copyright: { en: '© Lina' } },
			licence: { url: 'https://creativecommons.org/licenses/by/4.0/deed.en' },
			date: { value: '2016-11', precision: 'month' },
			place: { country: 'TJ', city: { en: 'Dushanbe' } },
			until: '2028-11-03',
		}),
		pictured('hidden', { indexing: false, people: ['secret'], caption: { en: 'HIDDEN' } }),
		pictured('fist', { warnings: [{ kind: 'violence' }], caption: { en: 'BEATEN' } }),
		pictured('new', {
			since: '2026-05-01',
			reuse: 'here',
			covered: true,
			credit: { creator: 'Ali' },
		}),
		pictured('behind', { gallery: 'room', caption: { en: 'BEHIND' }, since: '2026-06-01' }),
		pictured('nowhere', { caption: { en: 'NOWHERE' } }),
	];
	const road = ['tea', 'hidden', 'fist', 'new', 'behind'].map((id) => hung(id));
	const text = { kind: 'text' as const, text: { en: 'A wall text' } };
	return madeExhibition(
		{
			title: { en: 'The hall', fa: 'تالار' },
			publicUrl: 'https://example.org/a/hall/',
			galleries: [
				madeGallery('road', [...road, text], { cover: 'tea', summary: { en: 'On the way' } }),
				madeGallery('room', [hung('behind'), hung('tea')], { warnings: [{ kind: 'death' }] }),
			],
			photographers: { lina: { name: { en: 'Lina', fa: 'لینا' }, url: 'https://example.org/' } },
			people: {
				mariam: { name: { en: 'Mariam' }, nameChanged: true, linkable: true },
				sara: { name: { en: 'Sara' }, nameChanged: false, linkable: false },
				secret: { name: { en: 'Secret' }, nameChanged: false, linkable: true },
			},
			organisation: { name: { en: 'A house' }, telephone: [], fax: [], email: 'us@example.org' },
			venues: [{ name: { en: 'Hall' }, from: '2026-12-01', until: '2027-01-31' }],
			...more,
		},
		...photos,
	);
}
