import { describe, expect, it } from 'vitest';
import { photoRecord, type Ingredients } from '../../../../src/lib/server/content/photo-record.ts';

const size = { width: 4000, height: 3000 };
const record = (some: Partial<Ingredients>) =>
	photoRecord({
		id: 'tea',
		gallery: 'room',
		file: 'room/tea.jpg',
		origin: { path: [], file: 'room/gallery.yaml' },
		entry: {},
		embedded: size,
		defaults: [],
		source: 'en',
		...some,
	});

describe('a photo', () => {
	const embedded = {
		...size,
		title: 'File title',
		caption: { 'x-default': 'File caption', ru: 'Из файла' },
		alt: 'File alt',
		keywords: ['file'],
		date: '2015-01-02',
		digitalSourceType: 'digitalCapture',
	};

	it('has the curator’s texts before those of its file, and these before nothing', () => {
		const entry = { caption: { tg: 'Чой' }, alt: '  ' };
		expect(record({ entry, embedded })).toMatchObject({
			title: { en: 'File title' },
			caption: { tg: 'Чой' },
			alt: { en: 'File alt' },
			keywords: ['file'],
			date: { value: '2015-01-02', precision: 'month' },
		});
		expect(record({}).alt).toBeUndefined();
	});

	it('is by whom the curator says, and no name or claim of the file slips in beside it', () => {
		const file = { ...size, creator: 'Somebody', credit: 'Agency', copyright: '© Agency' };
		const entry = { credit: { photographer: 'lina' } };
		expect(record({ entry, embedded: file }).credit).toEqual({ photographer: 'lina' });
		expect(record({ embedded: file }).credit).toEqual({
			creator: 'Somebody',
			line: { en: 'Agency' },
			copyright: { en: '© Agency' },
		});
	});

	it('is where the curator says, and no city of the file slips in beside it', () => {
		const file = { ...size, place: { country: 'RU', city: 'Moscow' } };
		const entry = { place: { country: 'TJ' } };
		const { place } = record({ entry, embedded: file });
		expect(place).toEqual({ country: 'TJ', precision: 'region' });
		const precise = record({ embedded: file, defaults: [{ place: { precision: 'country' } }] });
		expect(precise.place).toMatchObject({ city: { en: 'Moscow' }, precision: 'country' });
	});

	it('is published no wider where a person is visible, unless it says so itself', () => {
		const nobody = { consent: { status: 'not_needed' as const } };
		const width = (entry: Ingredients['entry'], all?: number) =>
			record({ entry, defaults: [{ max_width: all }] }).maxWidth;
		expect(width({})).toBe(2048);
		expect(width({}, 3840)).toBe(2048);
		expect(width({}, 1200)).toBe(1200);
		expect(width({ max_width: 3000 })).toBe(3000);
		expect(width(nobody)).toBe(3840);
		expect(width(nobody, 3000)).toBe(3000);
	});

	it('has the licence and the source type that are set for all before those of its file', () => {
		const file = { ...size, webStatement: 'https://file.example', digitalSourceType: 'print' };
		expect(record({ embedded: file })).toMatchObject({
			licence: { url: 'https://file.example' },
			digitalSourceType: 'print',
		});
		const ours = { url: 'https://ours.example' };
		const defaults = [{ licence: ours, digital_source_type: 'digitalCapture' }];
		expect(record({ embedded: file, defaults })).toMatchObject({
			licence: ours,
			digitalSourceType: 'digitalCapture',
		});
		expect(record({}).licence).toBeUndefined();
	});

	it('is a draft where it says so, and nowhere else', () => {
		const published = (status?: 'draft' | 'published') => record({ entry: { status } }).published;
		expect([undefined, 'published' as const, 'draft' as const].map(published)).toEqual([
			true,
			true,
			false,
		]);
	});

	it('has a position only where both of its numbers are right', () => {
		const pointOf = (point: [number, number]) =>
			record({ entry: { place: { point } } }).place?.point;
		expect(pointOf([38.56, 68.77])).toEqual([38.56, 68.77]);
		expect(pointOf([38.56, undefined as unknown as number])).toBeUndefined();
	});

	it('has neither tiles nor an off-centre focus, unless asked', () => {
		expect(record({})).toMatchObject({ zoom: false, crop: true, focal: [0.5, 0.5] });
		const entry = { zoom: true, crop: false, focal: [0.42, 0.31] as [number, number] };
		expect(record({ entry })).toMatchObject(entry);
	});

	it('leaves out what was wrong in a list, and keeps the rest', () => {
		const hole = undefined as unknown as string;
		const entry = { people: ['mariam', hole], focal: [0.4, hole] as unknown as [number, number] };
		expect(record({ entry })).toMatchObject({ people: ['mariam'], focal: [0.5, 0.5] });
	});
});
