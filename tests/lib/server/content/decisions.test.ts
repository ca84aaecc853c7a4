import { describe, expect, it } from 'vitest';
import { decideAll } from '../../../../src/lib/server/content/decisions.ts';
import type { Content, PhotoRecord } from '../../../../src/lib/server/content/record.ts';
import type { Consent } from '../../../../src/lib/server/content/schema/photo.ts';
import { content, entry, exhibitionYaml, photo, read, story, told } from './records.ts';

const day = '2026-11-24';
const given: Consent = { status: 'given', scope: ['web'], given_on: '2026-01-01' };

const heldOf = (all: Content) =>
	[...decideAll(all, day, 'web').photos].filter(([, one]) => !one.published).map(([id]) => id);
const isHeld = (one: Partial<PhotoRecord>, exhibition: Content['exhibition'] = {}) =>
	heldOf(content({ photos: [photo(one)], exhibition })).length > 0;

describe('the next day on which something falls due', () => {
	const due = (some: Partial<Content>) => decideAll(content(some), day, 'web').nextDue;

	it('is the earliest of all photos and stories', () => {
		const photos = [
			photo({ id: 'a', consent: { ...given, expires_on: '2027-02-01' } }),
			photo({ id: 'b', unpublishAt: '2027-01-31' }),
			photo({ id: 'c', publishAt: '2027-03-01' }),
		];
		expect(due({ photos })).toBe('2027-02-01');
		const stories = [story({ matter: { title: 'A', publish_at: '2026-12-10' } })];
		expect(due({ photos, stories })).toBe('2026-12-10');
	});

	it('is the day after the last day, and the very day of a beginning', () => {
		expect(due({ photos: [photo({ unpublishAt: day })] })).toBe('2026-11-25');
		expect(due({ photos: [photo({ publishAt: '2026-11-25' })] })).toBe('2026-11-25');
	});

	it('counts consent without an end from the day it was given', () => {
		const photos = [photo({ consent: { ...given, given_on: '2025-11-30' } })];
		expect(due({ photos })).toBe('2028-12-01');
		expect(due({ photos, exhibition: { protection: { expiry: 'P18M' } } })).toBe('2027-05-31');
	});

	it('is never past, and absent where nothing will change', () => {
		const photos = [photo({ publishAt: '2026-11-01', unpublishAt: '2026-11-10' })];
		expect(due({ photos })).toBeUndefined();
		expect(due({ photos: [] })).toBeUndefined();
	});
});

describe('what is asked of an exhibition', () => {
	it('is consent and an alt text, where it says nothing else', () => {
		expect(isHeld({ consent: undefined })).toBe(true);
		expect(isHeld({ alt: undefined })).toBe(true);
		expect(isHeld({})).toBe(false);
	});

	it('is what its protection says', () => {
		expect(isHeld({ consent: undefined }, { protection: { consent: 'optional' } })).toBe(false);
		expect(isHeld({ alt: undefined }, { protection: { alt: 'warn' } })).toBe(false);
		const old = { consent: { ...given, given_on: '2025-01-01' } };
		expect(isHeld(old)).toBe(false);
		expect(isHeld(old, { protection: { expiry: 'P1Y' } })).toBe(true);
	});

	it('is less in open mode, but a refusal holds there too', () => {
		const photos = [
			photo({ id: 'a', consent: undefined, alt: undefined }),
			photo({ id: 'b', consent: { status: 'refused' } }),
			photo({ id: 'c', consent: { status: 'withdrawn' } }),
		];
		expect(heldOf(content({ mode: 'open', exhibition: {}, photos }))).toEqual(['b', 'c']);
	});

	it('is more for a minor', () => {
		const people = { child: { name: 'C', minor: true }, mariam: { name: 'M' } };
		const shown = { people: ['child'], consent: { ...given, guardian: true } };
		expect(isHeld(shown, { people })).toBe(true);
		const redact = [{ shape: 'ellipse' as const, x: 0.1, y: 0.1, w: 0.2, h: 0.2 }];
		expect(isHeld({ ...shown, redact }, { people })).toBe(false);
		expect(isHeld({ ...shown, redact, consent: given }, { people })).toBe(true);
		expect(isHeld({ people: ['mariam'], consent: given }, { people })).toBe(false);
	});

	it('is more for a story of a minor too, where nothing can be covered', () => {
		const people = { child: { name: 'C', minor: true } };
		const isShown = (consent?: Consent) => {
			const stories = [story({ matter: { title: 'A', people: ['child'], consent } })];
			const all = content({ stories, exhibition: { people } });
			return [...decideAll(all, day, 'web').stories.values()][0]?.published;
		};
		expect(isShown()).toBe(false);
		expect(isShown({ ...given, guardian: true })).toBe(false);
		expect(isShown({ ...given, guardian: true, identifiable: 'yes' })).toBe(false);
		const stories = [story({ matter: { title: 'A' } })];
		expect(decideAll(content({ stories }), day, 'web').problems).toEqual([]);
	});

	it('is the day of its gallery too', async () => {
		const days = 'publish_at: 2026-12-10\nunpublish_at: 2027-06-01\n';
		const all = await read({
			'exhibition.yaml': exhibitionYaml(),
			'road/gallery.yaml': `${days}photos:\n${entry('tea.jpg')}`,
			'road/tea.jpg': true,
		});
		const on = (date: string) => decideAll(all, date, 'web').photos.get('tea')?.published;
		expect(['2026-12-09', '2026-12-10', '2027-06-01', '2027-06-02'].map(on)).toEqual([
			false,
			true,
			true,
			false,
		]);
	});
});

describe('what is told', () => {
	it('is every reason at its key, and what only deserves a look', async () => {
		const all = await read({
			'exhibition.yaml': exhibitionYaml(),
			'road/gallery.yaml': `photos:
  - file: tea.jpg
    status: draft
    consent:
      status: refused
  - file: bread.jpg
    alt: Bread
    consent: { status: given, expires_on: 2027-01-01 }
`,
			'road/tea.jpg': true,
			'road/bread.jpg': true,
		});
		expect(told(decideAll(all, day, 'web').problems)).toEqual([
			'held road/gallery.yaml:3:5: "tea" is held back: it is a draft',
			'held road/gallery.yaml:5:7: "tea" is held back: consent is refused',
			'held road/gallery.yaml:2:5: "tea" is held back: its alt text is missing',
			'warning road/gallery.yaml:8:5: "bread": consent has no `scope`: it is taken to reach web and kiosk',
		]);
	});

	it('is what a story lacks, at its line', async () => {
		const all = await read({
			'exhibition.yaml': exhibitionYaml(),
			'stories/train.en.md': '---\ntitle: A\nconsent: { status: withdrawn }\n---\nText\n',
		});
		const { problems, stories } = decideAll(all, day, 'web');
		expect([...stories.values()].map((one) => one.published)).toEqual([false]);
		expect(told(problems)).toEqual([
			'held stories/train.en.md:3:12: "train" is held back: consent is withdrawn',
		]);
	});

	it('differs between the web and the hall', () => {
		const all = content({ photos: [photo({ consent: { ...given, scope: ['kiosk'] } })] });
		expect(decideAll(all, day, 'kiosk').problems).toEqual([]);
		const [problem] = decideAll(all, day, 'web').problems;
		expect(problem?.message).toBe('"tea" is held back: consent does not reach web');
	});
});
