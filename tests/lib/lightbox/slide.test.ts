import { describe, expect, it } from 'vitest';
import { slideOf } from '../../../src/lib/lightbox/slide.ts';
import type { Picture } from '../../../src/lib/model.ts';
import { showPhoto } from '../../../src/lib/show/photo.ts';
import { madeExhibition, madePhoto } from '../show/made.ts';

const picture: Picture = {
	width: 1800,
	height: 1200,
	renditions: [
		{ name: 'a-320.avif', format: 'avif', width: 320, height: 213 },
		{ name: 'b-1280.avif', format: 'avif', width: 1280, height: 853 },
		{ name: 'c-1280.jpg', format: 'jpg', width: 1280, height: 853 },
	],
};
const at = {
	media: (name: string) => `/hall/media/${name}`,
	tileFolder: (key: string) => `/hall/iiif/images/${key}`,
};

function slide(more: Parameters<typeof madePhoto>[1] = {}, isWanted = false) {
	const photo = madePhoto('tea', { picture, alt: { en: 'A glass of tea' }, ...more });
	return slideOf(showPhoto(madeExhibition({}, photo), photo, 'road', 'en'), at, isWanted);
}

describe('a slide', () => {
	it('has every AVIF, the widest as its size, and the alt text', () => {
		expect(slide()).toMatchObject({
			type: 'image',
			src: '/hall/media/b-1280.avif',
			srcset: '/hall/media/a-320.avif 320w, /hall/media/b-1280.avif 1280w',
			width: 1280,
			height: 853,
			alt: 'A glass of tea',
		});
	});

	it('with tiles is as large as they are, and knows where they lie', () => {
		const tiles = { key: 'k', width: 6000, height: 4000, size: 512, factors: [1, 2] };
		const folder = '/hall/iiif/images/k';
		const size = { width: 6000, height: 4000 };
		expect(slide({ picture: { ...picture, tiles } })).toMatchObject({ ...size, tiles, folder });
		expect(slide()).not.toHaveProperty('tiles');
	});

	it('is empty where it has no alt text, not undefined', () => {
		expect(slide({ alt: undefined }).alt).toBe('');
	});

	it('with a content note names no file before it is wanted', () => {
		const warnings = [{ kind: 'violence' as const }];
		expect(JSON.stringify(slide({ warnings }))).not.toContain('media');
		expect(slide({ warnings }, true).src).toBe('/hall/media/b-1280.avif');
	});
});
