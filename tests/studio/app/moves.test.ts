import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moved } from '../../../src/studio/app/optimistic.ts';
import {
	bring,
	spotAt,
	spotBefore,
	spotIn,
	spotTowards,
} from '../../../src/studio/app/table/moves.ts';
import { runsOf, sectionsOf } from '../../../src/studio/app/table/runs.ts';
import { removeSection } from '../../../src/studio/app/table/steps.ts';
import type { MoveOperation, Operation } from '../../../src/studio/contract/operations.ts';
import type { Hanging } from '../../../src/studio/contract/view.ts';

/** `a`, `b/one`: a key and the section that it names itself. */
const wall = (...written: string[]): Hanging[] =>
	written.map((one) => {
		const [key = '', section] = one.split('/');
		return { key, section, kind: 'photo', hang: 'row' };
	});
const after = (hangings: readonly Hanging[], operations: readonly Operation[]) =>
	operations
		.filter((one): one is MoveOperation => one.do === 'move')
		.reduce((now, one) => moved(now, one.keys, one.before, one.section), [...hangings]);
const shown = (hangings: readonly Hanging[]) => {
	const belongs = sectionsOf(hangings);
	return hangings.map(({ key }, at) => (belongs[at] ? `${key}/${belongs[at]}` : key)).join(' ');
};
const plain = wall('a', 'b', 'c', 'd', 'e');

describe('a move', () => {
	it.each([
		['start', ['c'], 'c a b d e'],
		['earlier', ['c'], 'a c b d e'],
		['later', ['c'], 'a b d c e'],
		['end', ['c'], 'a b d e c'],
		['earlier', ['b', 'c'], 'b c a d e'],
		['later', ['c', 'b'], 'a d b c e'],
		['later', ['b', 'd'], 'a c e b d'],
		['start', ['d', 'b'], 'b d a c e'],
	] as const)('%s of %j', (direction, keys, expected) => {
		const spot = spotTowards(plain, keys, direction)!;
		expect(shown(after(plain, bring('g', plain, keys, spot)))).toBe(expected);
	});

	it.each([
		['start', ['a']],
		['earlier', ['a', 'b']],
		['later', ['e']],
		['end', ['d', 'e']],
	] as const)('%s of %j is none', (direction, keys) => {
		expect(spotTowards(plain, keys, direction)).toBeUndefined();
	});

	it('goes several places on, and not beyond the end', () => {
		const far = spotTowards(plain, ['a'], 'later', 3)!;
		expect(shown(after(plain, bring('g', plain, ['a'], far)))).toBe('b c d a e');
		const further = spotTowards(plain, ['b'], 'later', 9)!;
		expect(shown(after(plain, bring('g', plain, ['b'], further)))).toBe('a c d e b');
	});

	it('goes to a position counted from 1', () => {
		const to = (position: number) =>
			shown(after(plain, bring('g', plain, ['b'], spotAt(plain, ['b'], position))));
		expect([to(1), to(4), to(99)]).toEqual(['b a c d e', 'a c d b e', 'a c d e b']);
	});

	it('before one of those that move is before who stays after it', () => {
		expect(spotBefore(plain, ['c', 'd'], 'c')).toEqual({ before: 'e' });
		expect(spotBefore(plain, ['d', 'e'], 'd')).toEqual({ before: null });
	});
});

describe('under headings', () => {
	const hung = wall('a', 'b/one', 'c', 'd/two', 'e');

	it('those who stay keep theirs when the one that named it leaves', () => {
		const operations = bring('g', hung, ['b'], { before: 'a', section: null });
		expect(shown(after(hung, operations))).toBe('b a c/one d/two e/two');
	});

	it('what is moved takes that of its place', () => {
		expect(shown(after(hung, bring('g', hung, ['a'], { before: 'e' })))).toBe(
			'b/one c/one d/two a/two e/two',
		);
	});

	it('it goes to the end of one by name', () => {
		const one = bring('g', hung, ['e'], spotIn(hung, ['e'], 'one'));
		expect(shown(after(hung, one))).toBe('a b/one c/one e/one d/two');
		const none = bring('g', hung, ['e'], spotIn(hung, ['e'], null));
		expect(shown(after(hung, none))).toBe('a e b/one c/one d/two');
	});

	it('a heading that is removed leaves its photos to the one before', () => {
		const operations = removeSection('g', hung, 'two');
		expect(shown(after(hung, operations))).toBe('a b/one c/one d/one e/one');
		expect(operations.at(-1)).toMatchObject({ do: 'take', list: 'sections', key: 'two' });
	});

	it('a wall falls into runs, and empty ones come last', () => {
		const runs = runsOf(wall('a', 'b/one', 'c/two', 'd/one'), ['one', 'two', 'three']);
		expect(runs.map(({ key, hangings }) => [key, hangings.length])).toEqual([
			['', 1],
			['one', 1],
			['two', 1],
			['one/2', 1],
			['three', 0],
		]);
	});

	it('whatever is moved: nothing is lost, and nobody else comes under another heading', () => {
		const walls = fc
			.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 })
			.chain((keys) =>
				fc.tuple(
					fc.tuple(...keys.map((key) => fc.constantFrom(`k${key}`, `k${key}/one`, `k${key}/two`))),
					fc.subarray(
						keys.map((key) => `k${key}`),
						{ minLength: 1 },
					),
					fc.nat(keys.length),
				),
			);
		fc.assert(
			fc.property(walls, ([written, keys, at]) => {
				const before = wall(...(written as string[]));
				const spot = spotBefore(before, keys, before[at]?.key ?? null);
				const now = after(before, bring('g', before, keys, spot));
				expect(now.map(({ key }) => key).sort()).toEqual(before.map(({ key }) => key).sort());
				const was = new Map(
					sectionsOf(before).map((section, index) => [before[index]!.key, section]),
				);
				for (const [index, section] of sectionsOf(now).entries()) {
					const { key } = now[index]!;
					if (!keys.includes(key) && was.get(key)) expect(section).toBe(was.get(key));
				}
			}),
		);
	});
});
