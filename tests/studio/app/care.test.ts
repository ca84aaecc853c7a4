import { describe, expect, it } from 'vitest';
import { setWhole } from '../../../src/studio/app/care/complete.ts';
import { common, having, toggled } from '../../../src/studio/app/care/many.ts';
import { dueOf, needsOf } from '../../../src/studio/app/care/needs.ts';
import { placeOf, targetOf } from '../../../src/studio/app/publish/targets.ts';
import {
	drawn,
	grown,
	holds,
	isDot,
	placed,
	pressed,
	shapesOf,
	shifted,
} from '../../../src/studio/app/redact/shapes.ts';
import { begun, inserted, titleIn } from '../../../src/studio/app/story/text.ts';
import type { Entry } from '../../../src/studio/app/read.ts';
import type { Json } from '../../../src/studio/contract/operations.ts';
import type { PhotoView } from '../../../src/studio/contract/view.ts';

const photo = (id: string, entry: Entry, heldBack: string[] = []): PhotoView => ({
	...{ id, gallery: 'g', file: `g/${id}.jpg`, width: 3, height: 2, entry, shown: {}, version: '1' },
	...{ heldBack, galleries: ['g'] },
});
const until = (id: string, expires_on: string) =>
	photo(id, { alt: 'x', consent: { status: 'given', expires_on } });

describe('what needs care', () => {
	it.each([
		['2026-11-26', 'over'],
		['2026-11-27', 7],
		['2026-12-04', 7],
		['2026-12-05', 30],
		['2027-02-25', 90],
		['2027-02-26', undefined],
	])('a consent until %s is due: %s', (day, due) => {
		expect(dueOf(until('a', day), '2026-11-27')).toBe(due);
	});

	it('is gathered, the most urgent first', () => {
		const photos = [
			until('later', '2027-01-01'),
			until('soon', '2026-12-01'),
			photo('bare', {}, ['no consent']),
		];
		const needs = needsOf(photos, 'en', '2026-11-27');
		expect(needs.due.map((one) => one.photo.id)).toEqual(['soon', 'later']);
		expect(needs.alt.map(({ id }) => id)).toEqual(['bare']);
		expect(needs.held.map(({ id }) => id)).toEqual(['bare']);
	});
});

it('many photos say what they have in common', () => {
	const photos = [photo('a', { people: ['x'] }), photo('b', { people: ['x', 'y'] })];
	expect(common(photos, ['people'])).toEqual({ isMixed: true });
	expect([having(photos, ['people'], 'x'), having(photos, ['people'], 'y')]).toEqual([2, 1]);
});

it('a word comes into a list and goes out of it, and the rest stays as it is written', () => {
	const notes: Json[] = [{ kind: 'death', text: { en: 'T' } }, { kind: 'other' }];
	expect(toggled(notes, 'violence', true, { kind: 'violence' })).toHaveLength(3);
	expect(toggled(notes, 'death', true, { kind: 'death' })).toEqual(notes);
	expect(toggled(notes, 'other', false)).toEqual([notes[0]]);
	expect(toggled(['x'], 'x', false)).toBeUndefined();
});

describe('what a group cannot be without is written along', () => {
	const fields = (entry: Entry, path: string, value?: Json) =>
		setWhole([photo('a', entry)], path.split('/'), value, '2026-11-27').map(
			({ path, value }) => [path.join('/'), value] as const,
		);

	it('a consent has a status', () => {
		expect(fields({}, 'consent/ref', 'C-1')).toEqual([
			['consent/ref', 'C-1'],
			['consent/status', 'unknown'],
		]);
		expect(fields({ consent: { status: 'given' } }, 'consent/ref', 'C-1')).toHaveLength(1);
		const left = { consent: { status: 'given', ref: 'C-1' } };
		expect(fields(left, 'consent/status')).toEqual([['consent/status', 'unknown']]);
		expect(fields({ consent: { status: 'given' } }, 'consent/status')).toEqual([
			['consent/status', undefined],
		]);
	});

	it('who looked at it has a day', () => {
		expect(fields({}, 'care/checked_by', 'N.')).toEqual([
			['care/checked_by', 'N.'],
			['care/checked_on', '2026-11-27'],
		]);
		const care = { checked_by: 'N.', checked_on: '2026-01-01' };
		expect(fields({ care }, 'care/checked_by', 'M.')).toEqual([['care/checked_by', 'M.']]);
		expect(fields({ care }, 'care/checked_by')).toEqual([
			['care/checked_by', undefined],
			['care/checked_on', undefined],
		]);
	});
});

describe('what is covered', () => {
	it('is drawn from any corner, within the picture', () => {
		expect(drawn('ellipse', [0.5, 0.6], [0.2, 1.4])).toEqual({
			shape: 'ellipse',
			x: 0.2,
			y: 0.6,
			w: 0.3,
			h: 0.4,
		});
	});

	it('moves and grows by keys, and stays on the picture', () => {
		const one = placed('rectangle');
		expect(pressed(one, 'ArrowLeft', false)).toMatchObject({ x: 0.39, w: 0.2 });
		expect(pressed(one, 'ArrowRight', true)).toMatchObject({ x: 0.395, w: 0.21 });
		expect(pressed(one, 'Enter', false)).toBeUndefined();
		expect(shifted(one, 5, -5)).toMatchObject({ x: 0.8, y: 0 });
		expect(grown(one, -5, -5)).toMatchObject({ w: 0.005, h: 0.005 });
	});

	it('is met within its edges', () => {
		const one = placed('polygon');
		expect([holds(one, [0.5, 0.5]), holds(one, [0.39, 0.5])]).toEqual([true, false]);
	});

	it('as a polygon moves as a whole', () => {
		expect(shifted(placed('polygon'), 0.9, 0)).toMatchObject({
			points: [
				[0.9, 0.4],
				[1, 0.5],
				[0.9, 0.6],
				[0.8, 0.5],
			],
		});
	});

	it('is no dot, and nothing that is not understood', () => {
		expect([isDot(drawn('rectangle', [0.5, 0.5], [0.5, 0.5])), isDot(placed('polygon'))]).toEqual([
			true,
			false,
		]);
		expect(shapesOf([{ shape: 'star' }, { ...placed('ellipse') }])).toHaveLength(1);
	});
});

it('a target is one when everything needed is filled in', () => {
	expect(targetOf('folder', { path: ' ' })).toBeUndefined();
	const sftp = targetOf('sftp', { host: 'h', user: 'u', path: '/p', port: '2222' })!;
	expect(sftp).toEqual({ kind: 'sftp', host: 'h', user: 'u', path: '/p', port: 2222 });
	expect(placeOf(sftp)).toBe('u@h:/p');
});

it('a photo comes between the paragraphs of a story', () => {
	expect(inserted('One\n\nTwo', 4, '::photo{id=a size=wide}').text).toBe(
		'One\n\n::photo{id=a size=wide}\n\nTwo',
	);
	expect(titleIn(begun('A "word"'))).toBe('A "word"');
	expect(titleIn('---\ntitle: Four days\nkind: story\n---\n')).toBe('Four days');
});
