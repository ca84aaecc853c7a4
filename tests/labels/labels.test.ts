import { describe, expect, it } from 'vitest';
import { labelsOf, printed } from '../../src/labels/labels.ts';
import { sizeOf } from '../../src/labels/size.ts';
import { interfaces } from '../../src/labels/words.ts';
import type { Content, PhotoRecord } from '../../src/lib/server/content/record.ts';
import { content, gallery, hung, photo } from '../lib/server/content/records.ts';
import { checkout } from '../support/corpus.ts';

const day = '2026-11-24';
const given = (scope?: ('web' | 'print')[], more = {}) => ({
	status: 'given' as const,
	given_on: '2026-01-01',
	scope,
	...more,
});

function made(photos: PhotoRecord[], languages = ['en', 'tg'], more: Partial<Content> = {}) {
	const all = content({
		photos,
		languages: ['en', 'tg', 'fa'],
		exhibition: { format: 1, title: 'One', languages: ['en'], public_url: 'https://e.org/' },
		...more,
	});
	const print = printed(all, day);
	const interfaceOf = interfaces(checkout, 'en');
	return labelsOf({ ...print, languages, interfaceOf }, all.galleries[0]!, print.decisions);
}

describe('labels', () => {
	it('follow the hanging order, and lead to the page in the first language', () => {
		const photos = ['tea', 'bread'].map((id) => photo({ id, title: { en: id } }));
		const galleries = [gallery({ hangings: [hung('bread'), hung('tea')] })];
		const { labels, left, concerns } = made(photos, ['tg', 'en'], { galleries });
		expect(labels.map(({ id, address }) => [id, address])).toEqual([
			['bread', 'https://e.org/tg/galleries/room/bread/'],
			['tea', 'https://e.org/tg/galleries/room/tea/'],
		]);
		expect([left, concerns]).toEqual([[], []]);
	});

	it('speak in the languages that were asked for and that have words, in that order', () => {
		const title = { en: 'Tea', tg: 'Чой', fa: 'چای', ru: ' ' };
		const [label] = made([photo({ title, caption: { fa: 'گرم' } })], ['fa', 'ru', 'tg']).labels;
		expect(label?.blocks.map(({ lang, title, caption }) => [lang, title, caption])).toEqual([
			['fa', 'چای', 'گرم'],
			['tg', 'Чой', undefined],
		]);
		const [other] = made([photo({ title })], ['ru']).labels;
		expect(other?.blocks.map(({ lang }) => lang)).toEqual(['en']);
	});

	it('leave out whose consent does not reach print, with the reason', () => {
		const ids = ['free', 'asked', 'web-only', 'silent', 'ended', 'draft'];
		const photos = [
			photo({ id: 'free', title: { en: 'Free' } }),
			photo({ id: 'asked', title: { en: 'Asked' }, consent: given(['web', 'print']) }),
			photo({ id: 'web-only', consent: given(['web']) }),
			photo({ id: 'silent', consent: given() }),
			photo({ id: 'ended', consent: given(['print'], { expires_on: '2026-11-23' }) }),
			photo({ id: 'draft', published: false }),
		];
		const { labels, left } = made(photos, ['en'], {
			galleries: [
				gallery({
					hangings: [
						...ids.map((id) => hung(id)),
						{ kind: 'gone', id: 'gone', origin: hung('x').origin },
					],
				}),
			],
		});
		expect(labels.map(({ id }) => id)).toEqual(['free', 'asked']);
		expect(left).toEqual([
			{ id: 'web-only', reason: 'consent does not reach print' },
			{ id: 'silent', reason: 'consent does not reach print' },
			{ id: 'ended', reason: 'consent ended on 2026-11-23' },
			{ id: 'draft', reason: 'it is a draft' },
			{ id: 'gone', reason: 'it was withdrawn' },
		]);
	});

	it('have no code where the site has no page, and say so', () => {
		const { labels, concerns } = made([photo({ title: { en: 'Tea' }, consent: given(['print']) })]);
		expect(labels[0]?.address).toBeUndefined();
		expect(concerns).toEqual(['"tea" has no page on the site, so its label has no code']);
	});

	it('tell what is covered, what a note warns of, and whose name is changed', () => {
		const exhibition = {
			format: 1 as const,
			title: 'One',
			languages: ['en'],
			people: {
				mariam: { name: { en: 'Mariam', tg: 'Марям' }, name_changed: true },
				other: { name: { en: 'Nobody' }, name_changed: true },
			},
		};
		const noted = photo({
			caption: { en: 'Mariam waits.', tg: 'Марям интизор аст.' },
			people: ['mariam', 'other'],
			redact: [{ shape: 'rectangle', x: 0, y: 0, w: 0.1, h: 0.1 }],
			warnings: [{ kind: 'death' }],
		});
		const [label] = made([noted], ['en', 'tg'], { exhibition }).labels;
		expect(label?.blocks[0]?.notes).toEqual([
			'Content note: death',
			'Part of this picture is covered to protect a person.',
			'Mariam: name changed',
		]);
		expect(label?.blocks[1]?.notes).toHaveLength(3);
	});

	it('are set the smaller the more they say, and never without a word about it', () => {
		const sized = (count: number, languages: string[]) => {
			const text = 'word '.repeat(count).trim();
			const texts = Object.fromEntries(languages.map((lang) => [lang, text]));
			return made([photo({ caption: texts })], languages);
		};
		const size = (count: number, languages = ['en']) => sizeOf(sized(count, languages).labels[0]!);
		expect([size(20), size(150), size(250), size(400)]).toEqual([
			'large',
			'medium',
			'small',
			undefined,
		]);
		expect(size(40, ['en', 'tg', 'fa'])).toBe('medium');
		expect(sized(400, ['en']).concerns[0]).toMatch(/^the words of "tea" are too long/);
	});
});
