import { describe, expect, it } from 'vitest';
import { decideAll } from '../../../../src/lib/server/content/decisions.ts';
import { publicExhibition } from '../../../../src/lib/server/content/public.ts';
import type { Content } from '../../../../src/lib/server/content/record.ts';
import { content, gallery, hung, photo, picture, published, story } from './records.ts';

const note = [{ kind: 'death' as const }];
const held = { consent: { status: 'refused' as const } };
const coverOf = (some: Partial<Content>) => published(content(some)).galleries[0]?.cover;

describe('what is published', () => {
	it('is each photo that is decided for and has its picture', () => {
		const photos = ['a', 'b', 'c'].map((id) => photo({ id, ...(id === 'b' ? held : {}) }));
		const all = content({ photos });
		expect(Object.keys(published(all).photos)).toEqual(['a', 'c']);
		const some = publicExhibition(
			all,
			decideAll(all, '2026-11-24', 'web'),
			new Map([['c', picture]]),
		);
		expect(Object.keys(some.photos)).toEqual(['c']);
		expect(some.galleries[0]?.hangings.map((one) => one.kind === 'photo' && one.id)).toEqual(['c']);
	});

	it('carries the last day of each photo that has one', () => {
		const photos = [photo({ id: 'a', unpublishAt: '2027-06-01' }), photo({ id: 'b' })];
		const shown = published(content({ photos })).photos;
		expect([shown.a?.until, shown.b?.until]).toEqual(['2027-06-01', undefined]);
	});

	it('hangs in order, without what is held back, here or from another gallery', () => {
		const photos = [photo({ id: 'a' }), photo({ id: 'b', ...held }), photo({ id: 'c' })];
		const wall = { kind: 'text' as const, text: { en: 'Words' }, origin: photo().origin };
		const hangings = [hung('b'), hung('c', 'ref'), wall, hung('b', 'ref'), hung('a')];
		const [room] = published(content({ photos, galleries: [gallery({ hangings })] })).galleries;
		expect(room?.hangings).toEqual([
			{ kind: 'photo', id: 'c', hang: 'row', section: undefined },
			{ kind: 'text', text: { en: 'Words' }, section: undefined },
			{ kind: 'photo', id: 'a', hang: 'row', section: undefined },
		]);
	});

	it('has no gallery of drafts, and none where only words would hang', () => {
		const wall = { kind: 'text' as const, text: { en: 'Words' }, origin: photo().origin };
		const galleries = [
			gallery({ id: 'draft', published: false, hangings: [hung('tea', 'ref')] }),
			gallery({ id: 'words', hangings: [wall] }),
			gallery({ id: 'empty' }),
			gallery({ id: 'room', hangings: [hung('tea')] }),
		];
		expect(published(content({ galleries })).galleries.map(({ id }) => id)).toEqual(['room']);
	});

	it('is nothing of what was written for the house alone', () => {
		const origin = { path: [], file: 'SECRET/gallery.yaml' };
		const secret = { ref: 'SECRET', note: 'SECRET' };
		const text = JSON.stringify(
			published({
				...content({
					root: '/home/SECRET/photos',
					photos: [
						photo({ origin, entry: { file: 'SECRET', ...secret } }),
						photo({ id: 'held', caption: { en: 'SECRET' }, keywords: ['SECRET'], ...held }),
					],
					galleries: [gallery({ folder: 'SECRET', origin, hangings: [hung('tea'), hung('held')] })],
					stories: [story({ body: 'SECRET', matter: { title: 'SECRET', status: 'draft' } })],
					leftOut: [{ file: 'SECRET.jpg', reason: 'SECRET' }],
					problems: [
						{ level: 'error', file: 'SECRET', line: 1, column: 1, message: 'SECRET', remedy: '' },
					],
				}),
				exhibition: {
					title: 'An exhibition',
					protection: { vault: '../SECRET' },
					...({ unknown_key: 'SECRET' } as object),
				},
			}),
		);
		expect(text).not.toContain('SECRET');
		expect(text).not.toContain('held');
	});
});

describe('a cover', () => {
	const photos = [photo({ id: 'a' }), photo({ id: 'b' }), photo({ id: 'c' })];
	const hangings = photos.map(({ id }) => hung(id));
	const noted = photos.map((one) => (one.id === 'b' ? { ...one, warnings: note } : one));

	it('is what the curator chose', () => {
		expect(coverOf({ photos, galleries: [gallery({ cover: 'b', hangings })] })).toBe('b');
	});

	it('is the first that hangs, where none was chosen', () => {
		expect(coverOf({ photos })).toBe('a');
	});

	it('gives way to the next where it carries a content note', () => {
		const galleries = [gallery({ cover: 'b', hangings })];
		expect(coverOf({ photos: noted, galleries })).toBe('a');
		const first = [hung('b'), hung('c'), hung('a')];
		expect(coverOf({ photos: noted, galleries: [gallery({ hangings: first })] })).toBe('c');
	});

	it('gives way to the next where it is held back', () => {
		const some = photos.map((one) => (one.id === 'b' ? { ...one, ...held } : one));
		expect(coverOf({ photos: some, galleries: [gallery({ cover: 'b', hangings })] })).toBe('a');
	});

	it('is none where everything carries a note: each photo, the gallery or the exhibition', () => {
		expect(coverOf({ photos: photos.map((one) => ({ ...one, warnings: note })) })).toBeUndefined();
		expect(coverOf({ photos, galleries: [gallery({ warnings: note, hangings })] })).toBeUndefined();
		const exhibition = { title: 'A', warnings: note };
		expect(coverOf({ photos, exhibition })).toBeUndefined();
	});
});

describe('what holds for all', () => {
	it('is told in each gallery: the notes of the exhibition before its own', () => {
		const warnings = [{ kind: 'violence' as const, text: { en: 'Blows' } }];
		const exhibition = { title: 'A', warnings: [{ kind: 'death' as const, text: 'A coffin' }] };
		const all = content({
			exhibition,
			galleries: [gallery({ warnings, hangings: [hung('tea')] })],
		});
		expect(published(all).galleries[0]?.warnings).toEqual([
			{ kind: 'death', text: { en: 'A coffin' } },
			{ kind: 'violence', text: { en: 'Blows' } },
		]);
	});

	it('is the wall, unless the gallery has one of its own', () => {
		const hangings = [hung('tea')];
		const galleries = [gallery({ hangings }), gallery({ id: 'b', wall: 'night', hangings })];
		const exhibition = { title: 'A', wall: 'paper' as const };
		const walls = (all: Content) => published(all).galleries.map(({ wall }) => wall);
		expect(walls(content({ exhibition, galleries }))).toEqual(['paper', 'night']);
		expect(walls(content())).toEqual(['night']);
	});

	it('is the source language, for a text without one', () => {
		const exhibition = {
			title: 'Роҳ',
			summary: 'Дур',
			warnings: [{ kind: 'death', text: 'Тобут' }],
		};
		const all = content({
			exhibition: exhibition as Content['exhibition'],
			languages: ['tg', 'en'],
		});
		expect(published(all)).toMatchObject({
			title: { tg: 'Роҳ' },
			summary: { tg: 'Дур' },
			warnings: [{ text: { tg: 'Тобут' } }],
		});
	});

	it('has the name of its folder for a title where it has none', () => {
		const all = content({ mode: 'open', exhibition: {}, root: '/srv/our_photos' });
		expect(published(all)).toMatchObject({ mode: 'open', title: { en: 'Our photos' } });
	});
});
