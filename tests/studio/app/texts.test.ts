import { describe, expect, it } from 'vitest';
import { isOver, words } from '../../../src/studio/app/counts.ts';
import { canKeepBoth, resolved } from '../../../src/studio/app/conflicts.ts';
import { foreseen, withValue } from '../../../src/studio/app/optimistic.ts';
import { setText, textIn } from '../../../src/studio/app/read.ts';
import { hashOf, routeOf, takeToken } from '../../../src/studio/app/route.ts';
import { nudged, positionOf } from '../../../src/studio/app/photo/crop.ts';
import { storiesWith } from '../../../src/studio/app/photo/around.ts';
import { idFor } from '../../../src/studio/app/table/steps.ts';
import type { Conflict, SetOperation } from '../../../src/studio/contract/operations.ts';
import { sampleView } from '../../support/studio/sample-view.ts';

const of = { kind: 'photo', photo: 'p' } as const;
const place = (lang: string) => ({ field: ['caption'], lang, source: 'en' });

describe('words', () => {
	it.each([
		['', 0],
		['It’s a well-hung wall — don’t.', 5],
		['Роҳи оҳан, 2016', 3],
		['می‌بینم او را', 3],
	])('of %j are %i', (text, count) => {
		expect(words(text)).toBe(count);
	});

	it('may be too many for a title and not for a caption', () => {
		const eleven = Array.from({ length: 11 }, () => 'word').join(' ');
		expect([isOver('title', eleven), isOver('caption', eleven)]).toEqual([true, false]);
	});
});

describe('a text', () => {
	it('that is a plain string is of the source', () => {
		expect([textIn('A', 'en', 'en'), textIn('A', 'tg', 'en')]).toEqual(['A', '']);
	});

	it('becomes a map with its second language', () => {
		const operation = setText(of, { caption: 'A' }, place('tg'), 'Б');
		expect(operation).toEqual({ do: 'set', of, path: ['caption', 'tg'], value: 'Б' });
		expect(withValue({ caption: 'A' }, operation.path, 'Б', 'en')).toEqual({
			caption: { en: 'A', tg: 'Б' },
		});
		expect(setText(of, { caption: 'A' }, place('en'), 'B')).toMatchObject({ was: 'A', value: 'B' });
	});

	it('that is emptied goes', () => {
		const operation = setText(of, { caption: { en: 'A', tg: 'Б' } }, place('tg'), '');
		expect(operation).toEqual({ do: 'set', of, path: ['caption', 'tg'], was: 'Б' });
	});
});

it('a value is written beside others', () => {
	expect(withValue({ a: 1, consent: { ref: 'x' } }, ['consent', 'status'], 'given')).toEqual({
		a: 1,
		consent: { ref: 'x', status: 'given' },
	});
	expect(withValue({ a: 1, b: 2 }, ['b'], undefined)).toEqual({ a: 1 });
});

it('what is foreseen is what was asked for', async () => {
	const view = await sampleView();
	const [photo] = view.photos;
	const value = {
		do: 'set',
		of: { kind: 'photo', photo: photo!.id },
		path: ['hang'],
		value: 'lead',
	} as const;
	const next = foreseen(view, [value]);
	expect(next.photos[0]!.entry.hang).toBe('lead');
	expect(next.galleries[0]!.hangings.find(({ key }) => key === photo!.id)!.hang).toBe('lead');
});

describe('a conflict', () => {
	const operation: SetOperation = { do: 'set', of, path: ['title', 'en'], was: 'A', value: 'B' };
	const other: SetOperation = { do: 'set', of, path: ['title', 'tg'], value: 'Б' };
	const conflict: Conflict = { operation, place: 'title', base: 'A', yours: 'B', theirs: 'C' };
	const step = { title: 'T', operations: [operation, other] };

	it('is decided for mine, theirs, or both', () => {
		expect(resolved(step, [conflict], ['mine'])?.operations[0]).toMatchObject({
			was: 'C',
			value: 'B',
		});
		expect(resolved(step, [conflict], ['both'])?.operations[0]).toMatchObject({
			was: 'C',
			value: 'C\n\nB',
		});
		expect(resolved(step, [conflict], ['theirs'])?.operations).toEqual([other]);
	});

	it('of a whole step that is all theirs leaves nothing to do', () => {
		expect(resolved({ ...step, operations: [operation] }, [conflict], ['theirs'])).toBeUndefined();
	});

	it('of texts alone can keep both', () => {
		expect([canKeepBoth(conflict), canKeepBoth({ ...conflict, theirs: true })]).toEqual([
			true,
			false,
		]);
	});
});

describe('an address', () => {
	it.each([
		'#/',
		'#/gallery/road',
		'#/gallery/road/text',
		'#/photo/a%20b',
		'#/photo/x/redact',
		'#/care',
		'#/care/x',
	])('%s leads there and back', (hash) => expect(hashOf(routeOf(hash))).toBe(hash));

	it('that nobody knows is home', () => {
		expect(routeOf('#/nowhere/%E0')).toEqual({ screen: 'home' });
	});

	it('of the start holds the token, which is kept for the window', () => {
		const kept = new Map<string, string>();
		const storage = {
			getItem: (key: string) => kept.get(key) ?? null,
			setItem: (key: string, value: string) => void kept.set(key, value),
		};
		const token = 'abcdefghijklmnopqrstuvwxyz';
		expect([takeToken(`#${token}`, storage), takeToken('#/care', storage)]).toEqual([token, token]);
	});
});

it('a crop is as near to the focal point as the edges let it', () => {
	expect(positionOf(1.5, 1.5, [0.1, 0.9])).toBe('50% 50%');
	expect(positionOf(2, 1, [0.5, 0.5])).toBe('50% 50%');
	expect(positionOf(2, 1, [0, 0.5])).toBe('0% 50%');
});

it('arrow keys move a focal point, and not beyond the picture', () => {
	expect(nudged([0.5, 0.5], 'ArrowRight', false)).toEqual([0.51, 0.5]);
	expect(nudged([0.99, 0.5], 'ArrowRight', true)).toEqual([1, 0.5]);
	expect(nudged([0.5, 0.5], 'Tab', false)).toBeUndefined();
});

it('finds the stories of a photo by its whole id', () => {
	const stories = [
		{ id: 'one', lang: 'en', text: '::photo{id=train size=wide}' },
		{ id: 'one', lang: 'tg', text: '::photo{id=train}' },
		{ id: 'two', lang: 'en', text: '::photo{id=train-window}' },
	];
	expect(storiesWith(stories, 'train')).toEqual(['one']);
});

it('names a section by Latin letters, or by number', () => {
	expect(idFor('Coming back', [])).toBe('coming-back');
	expect(idFor('Coming back', ['coming-back'])).toBe('coming-back-2');
	expect(idFor('Бозгашт', ['section-1'])).toBe('section-2');
});
