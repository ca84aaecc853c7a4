import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { feed } from '../../../src/lib/conventions/feed.ts';
import type { Exhibition } from '../../../src/lib/model.ts';
import { hall, interfaces, pictured } from './made.ts';
import { hung, madeGallery } from '../show/made.ts';

interface Entry {
	id: string;
	title: string | { '#text': string; '@_xml:lang': string };
	updated: string;
	link: { '@_rel': string; '@_href': string }[];
	summary?: string;
	content?: { '#text': string; '@_type': string };
	author?: { name: string };
}

const parser = new XMLParser({
	ignoreAttributes: false,
	isArray: (name) => ['entry', 'link'].includes(name),
});

function xmlIn(exhibition: Exhibition, lang = 'en'): string {
	return feed(exhibition, lang, interfaces.get(lang)!) ?? '';
}

function read(exhibition: Exhibition, lang = 'en') {
	const xml = xmlIn(exhibition, lang);
	expect(XMLValidator.validate(xml)).toBe(true);
	const { feed: found } = parser.parse(xml) as {
		feed: Record<string, unknown> & { entry: Entry[]; link: Entry['link'] };
	};
	return found;
}

const made = read(hall());
const entry = (end: string) => made.entry.find(({ id }) => id.endsWith(end));

describe('an Atom feed', () => {
	it('has what RFC 4287 asks of a feed and of each entry', () => {
		expect(made).toMatchObject({
			'@_xmlns': 'http://www.w3.org/2005/Atom',
			'@_xml:lang': 'en',
			id: 'https://example.org/a/hall/en/feed.xml',
			title: 'The hall',
			updated: '2026-06-01T00:00:00Z',
			author: { name: 'A house' },
			link: [
				{ '@_rel': 'self', '@_href': 'https://example.org/a/hall/en/feed.xml' },
				{ '@_rel': 'alternate', '@_href': 'https://example.org/a/hall/en/' },
			],
		});
		for (const one of made.entry) {
			expect(one.id).toMatch(/^https:/);
			expect(one.updated).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
			expect(one.title).toBeTruthy();
			expect(one.link[0]?.['@_rel']).toBe('alternate');
		}
		expect(new Set(made.entry.map(({ id }) => id)).size).toBe(made.entry.length);
	});

	it('has the newest first, dated by the day when it was hung or taken, and never by the clock', () => {
		expect(
			made.entry.map(({ id, updated }) => [id.replace(/.*#/, ''), updated.slice(0, 10)]),
		).toEqual([
			['gallery-road', '2026-06-01'],
			['gallery-room', '2026-06-01'],
			['photo-new', '2026-05-01'],
			['photo-tea', '2016-11-01'],
		]);
		expect(xmlIn(hall())).toBe(xmlIn(hall()));
	});

	it('has nothing of what is not to be indexed or stands behind a content note', () => {
		expect(xmlIn(hall())).not.toMatch(/HIDDEN|BEATEN|BEHIND|NOWHERE|Mariam|us@/);
	});

	it('shows the picture with its alt text and its words, escaped once for each layer', () => {
		const { content, summary } = entry('photo-tea') ?? {};
		expect(summary).toBe('Tea & <bread> "hot"');
		expect(content?.['@_type']).toBe('html');
		expect(content?.['#text']).toBe(
			'<p><img src="https://example.org/a/hall/media/tea-1290.jpg" width="1290" height="860" alt="A glass of tea"></p>' +
				'<p>Tea &amp; &lt;bread&gt; &quot;hot&quot;</p>',
		);
		expect(entry('photo-new')?.content?.['#text']).toContain('covered to protect a person');
		expect(entry('photo-new')?.author).toEqual({ name: 'Ali' });
	});

	it('says where a text is in another language than the feed', () => {
		const tajik = read(hall(), 'tg');
		expect(tajik['@_xml:lang']).toBe('tg');
		expect(tajik.title).toEqual({ '#text': 'The hall', '@_xml:lang': 'en' });
	});

	it('keeps the id of a photo that is hung elsewhere', () => {
		const moved = hall({
			galleries: [madeGallery('other', [hung('tea')])],
			photos: { tea: pictured('tea', { gallery: 'other' }) },
		});
		expect(read(moved).entry.map(({ id }) => id)).toContain(entry('photo-tea')?.id);
	});

	it('has at most a hundred entries', () => {
		const photos = Array.from({ length: 150 }, (_, at) => pictured(`p${at}`));
		const many = hall({
			galleries: [
				madeGallery(
					'road',
					photos.map(({ id }) => hung(id)),
				),
			],
			photos: Object.fromEntries(photos.map((photo) => [photo.id, photo])),
		});
		expect(read(many).entry).toHaveLength(100);
	});

	it('does not exist where the site has no address', () => {
		expect(feed(hall({ publicUrl: undefined }), 'en', interfaces.get('en')!)).toBeUndefined();
	});
});
