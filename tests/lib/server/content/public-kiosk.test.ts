import { describe, expect, it } from 'vitest';
import type { Content } from '../../../../src/lib/server/content/record.ts';
import { content, gallery, hung, photo, published, story } from './records.ts';

const day = '2026-11-24';
const note = [{ kind: 'death' as const }];
const lead = (id: string) => ({ ...hung(id), hang: 'lead' as const });
const given = (scope: ('web' | 'kiosk')[]) => ({
	consent: { status: 'given' as const, scope, given_on: '2026-01-01' },
});
const kioskOf = (some: Partial<Content>) => published(content(some), day, 'kiosk').kiosk;
const attractOf = (some: Partial<Content>) => kioskOf(some)?.attract;

describe('what a kiosk is told', () => {
	it('is nothing on the web, which says that it is one', () => {
		expect(published(content())).toMatchObject({ channel: 'web', kiosk: undefined });
		expect(published(content(), day, 'kiosk').channel).toBe('kiosk');
	});

	it('is complete where the curator said nothing', () => {
		expect(kioskOf({ languages: ['ru', 'tg'] })).toEqual({
			language: 'ru',
			attract: ['tea'],
			contentNotes: 'cover',
			sound: 'on',
			seconds: {
				...{ attract: 8, fade: 1.2, idle: 60, lightbox: 90 },
				...{ story: 180, qr: 45, warn: 30, staff: 60 },
			},
			onlyHere: { photos: [], stories: [] },
		});
	});

	it('is what the curator said, and the rest as it was', () => {
		const seconds = { idle: 90, warn: 20, stray: 'SECRET' };
		const kiosk = { language: 'tg', sound: 'headphones' as const, seconds };
		const told = kioskOf({ languages: ['ru', 'tg'], exhibition: { kiosk } });
		expect(told).toMatchObject({ language: 'tg', sound: 'headphones' });
		expect(told?.seconds).toMatchObject({ idle: 90, warn: 20, qr: 45 });
		expect(JSON.stringify(told)).not.toContain('SECRET');
	});
});

describe('what it has', () => {
	const photos = [
		photo({ id: 'web', ...given(['web']) }),
		photo({ id: 'hall', ...given(['kiosk']) }),
		photo({ id: 'both', ...given(['web', 'kiosk']) }),
	];

	it('is what the consent reaches there, and the web has the rest', () => {
		const all = content({ photos });
		expect(Object.keys(published(all, day, 'kiosk').photos)).toEqual(['hall', 'both']);
		expect(Object.keys(published(all, day).photos)).toEqual(['web', 'both']);
	});

	it('says what has no page on the web, and nothing of what is not here', () => {
		const draft = photo({ id: 'draft', published: false });
		expect(kioskOf({ photos: [...photos, draft] })?.onlyHere.photos).toEqual(['hall']);
	});

	it('is nothing behind a content note where those are left out', () => {
		const exhibition = { kiosk: { content_notes: 'leave_out' as const } };
		const some = {
			exhibition,
			photos: [
				photo({ id: 'a' }),
				photo({ id: 'b', warnings: note }),
				photo({ id: 'c', gallery: 'dark' }),
			],
			galleries: [
				gallery({ hangings: ['a', 'b', 'c'].map((id) => hung(id)) }),
				gallery({ id: 'dark', warnings: note, hangings: [hung('c'), hung('a')] }),
			],
			stories: [
				story({ id: 'told', lang: 'en', matter: { title: 'T' } }),
				story({ id: 'told', lang: 'tg', matter: { title: 'T', warnings: note } }),
				story({ id: 'train' }),
			],
		};
		const kiosk = published(content(some), day, 'kiosk');
		expect(Object.keys(kiosk.photos)).toEqual(['a']);
		expect(kiosk.galleries.map(({ id }) => id)).toEqual(['room']);
		expect(Object.keys(kiosk.stories)).toEqual(['train']);
		const covered = published(content({ ...some, exhibition: {} }), day, 'kiosk');
		expect(Object.keys(covered.photos)).toEqual(['a', 'b', 'c']);
		expect(Object.keys(published(content(some)).photos)).toEqual(['a', 'b', 'c']);
	});
});

describe('the attract loop', () => {
	const photos = ['a', 'b', 'c', 'd'].map((id) => photo({ id }));

	it('has the covers, then the leads, each once', () => {
		const galleries = [
			gallery({ id: 'one', hangings: [lead('a'), lead('b'), hung('c')], cover: 'a' }),
			gallery({ id: 'two', hangings: [hung('d'), lead('b')] }),
		];
		expect(attractOf({ photos, galleries })).toEqual(['a', 'd', 'b']);
	});

	it('has what is listed, as far as this kiosk has it', () => {
		const list = (attract: string[]) => ({ exhibition: { kiosk: { attract } } });
		const some = [...photos, photo({ id: 'web', ...given(['web']) })];
		expect(attractOf({ photos: some, ...list(['c', 'web', 'a', 'c']) })).toEqual(['c', 'a']);
		expect(attractOf({ photos: some, ...list(['web']) })).toEqual(['a']);
	});

	it('has nothing that stands behind a note: its own, its gallery’s, the exhibition’s', () => {
		const exhibition = { kiosk: { attract: ['a', 'b', 'c'] } };
		const some = [
			photo({ id: 'a', warnings: note }),
			photo({ id: 'b', gallery: 'dark' }),
			photo({ id: 'c' }),
		];
		const galleries = [
			gallery({ hangings: [lead('a'), lead('b'), lead('c')] }),
			gallery({ id: 'dark', warnings: note, hangings: [lead('b'), lead('c')] }),
		];
		expect(attractOf({ photos: some, galleries, exhibition })).toEqual(['c']);
		expect(attractOf({ photos: some, galleries, exhibition: {} })).toEqual(['c']);
		const all = { ...exhibition, warnings: note };
		expect(attractOf({ photos: some, galleries, exhibition: all })).toEqual([]);
	});
});
