import { describe, expect, it } from 'vitest';
import { photographersShown, showPhotographer } from '../../../src/lib/show/photographer.ts';
import { hung, madeExhibition, madeGallery, madePhoto } from './made.ts';

const by = (photographer: string) => ({ credit: { photographer } });
const photos = [
	madePhoto('tea', { ...by('lina'), title: { en: 'Tea', fa: 'چای' } }),
	madePhoto('face', by('lina')),
	madePhoto('wall', by('said')),
	madePhoto('unhung', by('nobody')),
];
const exhibition = madeExhibition(
	{
		photographers: {
			lina: { name: { en: 'Lina' }, statement: { en: 'I look.' }, portrait: 'face' },
			said: { name: { en: 'Said' }, portrait: 'secret' },
			nobody: { name: { en: 'Nobody' } },
		},
		galleries: [
			madeGallery('home', [hung('wall'), hung('face')]),
			madeGallery('road', [hung('tea'), hung('wall')]),
		],
	},
	...photos,
);

describe('a photographer', () => {
	it('has a page where something of theirs hangs', () => {
		expect(photographersShown(exhibition)).toEqual(['lina', 'said']);
	});

	it('shows their pictures in the order of the galleries, each once, the portrait apart', () => {
		const lina = showPhotographer(exhibition, 'lina', 'fa');
		expect(lina.name).toEqual({ text: 'Lina', lang: 'en', dir: 'ltr' });
		expect(lina.statement?.text).toBe('I look.');
		expect(lina.portrait).toBeDefined();
		expect(lina.photos.map(({ id, title }) => [id, title?.text])).toEqual([['tea', 'چای']]);
		expect(showPhotographer(exhibition, 'said', 'en').photos.map(({ id }) => id)).toEqual(['wall']);
	});

	it('has no portrait where that one is not shown', () => {
		expect(showPhotographer(exhibition, 'said', 'en').portrait).toBeUndefined();
	});
});
