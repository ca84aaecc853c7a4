import { describe, expect, it } from 'vitest';
import { cut } from '../../../src/lib/search/cut.ts';
import { recordsOf } from '../../../src/lib/search/records.ts';
import type { Exhibition, Photo } from '../../../src/lib/model.ts';
import { facetsOf } from '../../../src/lib/server/content/facets.ts';
import { hung, madeExhibition, madeGallery, madePhoto } from '../show/made.ts';

const warnings = [{ kind: 'violence' as const }];

function records(photos: Photo[], more: Partial<Exhibition> = {}, lang = 'en') {
	const galleries = [
		madeGallery(
			'road',
			photos.map(({ id }) => hung(id)),
		),
	];
	const made = madeExhibition({ galleries, ...more }, ...photos);
	return recordsOf({ ...made, facets: facetsOf(made) }, lang);
}

describe('a record', () => {
	it('has the folded words of a photo, and shows its own', () => {
		const photo = madePhoto('tea', {
			title: { en: 'Tea', tg: 'Чойи ғализ' },
			caption: { en: 'Four days', tg: 'Чор рӯз дар роҳ' },
			alt: { tg: 'Стакан' },
			keywords: ['қатора'],
			place: { country: 'TJ', city: { tg: 'Ҳисор' } },
			until: '2027-01-01',
		});
		const [record] = records([photo], {}, 'tg');
		expect(record?.url).toBe('tg/galleries/road/tea/');
		for (const word of ['чойи гализ', 'чор руз', 'стакан', 'катора', 'хисор', 'точикистон'])
			expect(record?.content).toContain(word);
		expect(record?.finding).toMatchObject({
			title: { text: 'Чойи ғализ' },
			text: { text: 'Чор рӯз дар роҳ' },
			until: '2027-01-01',
		});
	});

	it('has both ways in which hands write a Persian word', () => {
		const [record] = records([madePhoto('a', { caption: { fa: 'می‌برند' } })], {}, 'fa');
		expect(record?.content).toContain('میبرند');
		expect(record?.content).toContain('می برند');
	});

	it('stands for each photo once, at its own gallery, then for each gallery', () => {
		const photos = [madePhoto('a'), madePhoto('b', { gallery: 'home' })];
		const galleries = [
			madeGallery('road', [hung('a'), hung('b')]),
			madeGallery('home', [hung('b')], { summary: { en: 'A house' } }),
		];
		const found = records(photos, { galleries });
		expect(found.map(({ url }) => url)).toEqual([
			'en/galleries/road/a/',
			'en/galleries/home/b/',
			'en/galleries/road/',
			'en/galleries/home/',
		]);
		expect(found.at(-1)?.finding).toMatchObject({ text: { text: 'A house' }, count: 1 });
	});

	it('has nothing from behind a content note', () => {
		const photos = [
			madePhoto('fist', { title: { en: 'SECRET' }, caption: { en: 'SECRET' }, warnings }),
			madePhoto('door', { gallery: 'home', caption: { en: 'SECRET' } }),
			madePhoto('tea', { caption: { en: 'Tea' } }),
		];
		const text = { kind: 'text' as const, text: { en: 'SECRET' } };
		const section = { id: 's', title: { en: 'SECRET' } };
		const galleries = [
			madeGallery('road', [hung('fist'), hung('tea'), hung('door')]),
			madeGallery('home', [hung('door'), text], { warnings, sections: [section] }),
		];
		const found = records(photos, { galleries });
		expect(found.map(({ url }) => url)).toEqual([
			'en/galleries/road/tea/',
			'en/galleries/road/',
			'en/galleries/home/',
		]);
		expect(JSON.stringify(found)).not.toMatch(/secret/i);
	});

	it('has the words of a story, without its markup, and those of a noted one not', () => {
		const blocks = [{ kind: 'prose' as const, html: '<p>A <em>steppe</em> &#109;ile</p>' }];
		const story = {
			...{ id: 'train', kind: 'story' as const, people: [], photos: ['tea'], warnings: [] },
			texts: { en: { title: 'Four days', summary: 'By train', blocks } },
		};
		const all = (more = {}) =>
			records([madePhoto('tea')], { stories: { train: { ...story, ...more } } }).at(-1);
		expect(all()).toMatchObject({
			url: 'en/stories/train/',
			finding: { title: { text: 'Four days' } },
		});
		expect(all()?.content).toMatch(/four days.*by train.*steppe/);
		expect(all()?.content).not.toMatch(/<|em>|109/);
		expect(all({ warnings })?.content).not.toMatch(/steppe|by train/);
	});

	it('names only people whose pictures may be joined', () => {
		const person = { nameChanged: true };
		const people = {
			open: { ...person, name: { en: 'Mariam' }, linkable: true },
			closed: { ...person, name: { en: 'Zarina' }, linkable: false },
		};
		const photo = madePhoto('a', { people: ['open', 'closed'], keywords: ['zarina', 'tea'] });
		const [record] = records([photo], { people });
		expect(record?.content).toContain('mariam');
		expect(record?.content).toContain('tea');
		expect(JSON.stringify(record)).not.toMatch(/zarina/i);
	});
});

describe('a text in a result', () => {
	it('is cut between words, and keeps its language', () => {
		expect(cut({ text: 'A short one', lang: 'en' }, 20)).toEqual({
			text: 'A short one',
			lang: 'en',
		});
		expect(cut({ text: 'One, two, three and four' }, 10)?.text).toBe('One, two …');
		expect(cut({ text: 'x'.repeat(30) }, 10)?.text).toBe(`${'x'.repeat(10)} …`);
		expect(cut(undefined, 10)).toBeUndefined();
	});
});
