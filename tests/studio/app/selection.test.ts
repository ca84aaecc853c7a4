import { describe, expect, it } from 'vitest';
import { among, choose, click, lasso, nothing } from '../../../src/studio/app/table/selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
const keys = (selection: { chosen: ReadonlySet<string> }) => [...selection.chosen].sort();

describe('a click chooses', () => {
	const b = click(nothing, 'b', {}, order);

	it('one alone', () => {
		expect(keys(b)).toEqual(['b']);
		expect(keys(click(b, 'd', {}, order))).toEqual(['d']);
	});

	it('with Ctrl one more, and not any more', () => {
		const both = click(b, 'd', { isMore: true }, order);
		expect(keys(both)).toEqual(['b', 'd']);
		expect(keys(click(both, 'b', { isMore: true }, order))).toEqual(['d']);
	});

	it('with Shift all from the last one, in both directions, as often as one likes', () => {
		const down = click(b, 'd', { isRange: true }, order);
		expect(keys(down)).toEqual(['b', 'c', 'd']);
		expect(keys(click(down, 'a', { isRange: true }, order))).toEqual(['a', 'b']);
	});

	it('with Shift and Ctrl a range besides', () => {
		const e = click(click(nothing, 'e', {}, order), 'a', { isMore: true }, order);
		expect(keys(click(e, 'b', { isRange: true, isMore: true }, order))).toEqual(['a', 'b', 'e']);
	});

	it('one alone where the range began with what is gone', () => {
		const gone = { chosen: new Set(['x']), anchor: 'x' };
		expect(keys(click(gone, 'c', { isRange: true }, order))).toEqual(['c']);
	});
});

it('a lasso takes the place of what was chosen, or comes besides', () => {
	const b = choose(['b']);
	expect(keys(lasso(b, ['c', 'd'], false))).toEqual(['c', 'd']);
	expect(keys(lasso(b, ['c', 'd'], true))).toEqual(['b', 'c', 'd']);
});

it('what is gone is not chosen', () => {
	expect(keys(among(choose(['a', 'x']), order))).toEqual(['a']);
});
