import { describe, expect, it } from 'vitest';
import type { Gallery, Photo } from '../../../../src/lib/model.ts';
import { openingOf } from '../../../../src/lib/server/content/opening.ts';
import { hung, madeGallery, madePhoto } from '../../show/made.ts';

describe('the picture of the first screen', () => {
	const photo = madePhoto;
	const opening = (galleries: Gallery[], ...all: Photo[]) =>
		openingOf(galleries, Object.fromEntries(all.map((one) => [one.id, one])));
	const lead = [hung('a', 'lead'), hung('b', 'lead'), hung('c')];

	it('is the first lead that is no cover', () => {
		const galleries = [madeGallery('road', lead, { cover: 'a' })];
		expect(opening(galleries, photo('a'), photo('b'), photo('c'))).toBe('b');
	});

	it('is the first cover where there is no other lead', () => {
		const galleries = [madeGallery('road', [hung('c'), hung('a', 'lead')], { cover: 'a' })];
		expect(opening(galleries, photo('a'), photo('c'))).toBe('a');
	});

	it('has no content note, of its own or of its gallery', () => {
		const warnings = [{ kind: 'violence' as const }];
		const galleries = [
			madeGallery('first', [hung('a', 'lead')], { warnings }),
			madeGallery('road', [hung('b', 'lead'), hung('c', 'lead')]),
		];
		expect(opening(galleries, photo('a'), photo('b', { warnings }), photo('c'))).toBe('c');
	});
});
