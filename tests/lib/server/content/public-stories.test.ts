import { describe, expect, it } from 'vitest';
import type { Content, StoryRecord } from '../../../../src/lib/server/content/record.ts';
import { content, photo, published, story } from './records.ts';

const tell = (lang: string, matter: object = {}, body = 'Text\n'): StoryRecord =>
	story({ lang, matter: { title: `Train ${lang}`, ...matter } as StoryRecord['matter'], body });
const shown = (stories: StoryRecord[], more: Partial<Content> = {}) =>
	published(content({ languages: ['en', 'fa'], stories, ...more })).stories;

describe('a published story', () => {
	it('has its texts by language, and what the first says of all', () => {
		const stories = [tell('fa', { date: '2020' }), tell('en', { kind: 'news', date: '2016-11' })];
		expect(shown(stories).train).toMatchObject({
			...{ id: 'train', kind: 'news', date: '2016-11' },
			texts: { en: { title: 'Train en' }, fa: { title: 'Train fa' } },
		});
	});

	it('goes without a language that is a draft', () => {
		const { texts } = shown([tell('en'), tell('fa', { status: 'draft' })]).train!;
		expect(Object.keys(texts)).toEqual(['en']);
	});

	it.each(['withdrawn', 'refused', 'unknown'])(
		'is none in any language where one says that consent is %s',
		(status) => {
			expect(shown([tell('en'), tell('fa', { consent: { status } })])).toEqual({});
		},
	);

	it('shows pictures that are published, and those that name it', () => {
		const body = '::photo{id=tea}\n\n::photo{id=secret}\n';
		const photos = [
			photo({ id: 'tea' }),
			photo({ id: 'secret', published: false }),
			photo({ id: 'door', stories: ['train'] }),
		];
		const { photos: ids, texts } = shown([tell('en', {}, body)], { photos }).train!;
		expect(ids).toEqual(['tea', 'door']);
		expect(texts.en?.blocks).toEqual([{ kind: 'photo', id: 'tea', size: 'column' }]);
	});

	it('knows of an event whether it is over, and whether entries are', () => {
		const event = { starts: '2026-11-20', ends: '2026-11-23', deadline: '2026-11-24' };
		const { event: told } = shown([tell('en', { kind: 'event', event })]).train!;
		expect(told).toMatchObject({ past: true, closed: false });
	});

	it('ends when the first of its languages does, and the newest comes first', () => {
		const ends = [{ unpublish_at: '2027-02-01' }, { unpublish_at: '2027-01-01' }];
		const old = { ...tell('en', { date: '2015' }), id: 'old' };
		const all = shown([old, tell('en', { ...ends[0], date: '2016' }), tell('fa', ends[1])]);
		expect(all.train?.until).toBe('2027-01-01');
		expect(Object.keys(all)).toEqual(['train', 'old']);
	});

	it('brings the names of those it tells of and quotes, and of nobody else', () => {
		const people = { a: { name: 'Ana', name_changed: true }, b: { name: 'Bo' }, c: { name: 'Cy' } };
		const exhibition = { people } as Content['exhibition'];
		const stories = [tell('en', { people: ['a'] }, '::quote[Said]{by=b}\n')];
		const all = published(content({ exhibition, stories }));
		expect(Object.keys(all.people).sort()).toEqual(['a', 'b']);
	});
});
