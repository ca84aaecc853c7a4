import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { plural, printProblems, sentence, summary } from '../../src/cli/print.ts';
import { problem, type Level, type Problem } from '../../src/lib/server/content/problems.ts';

const root = join(process.cwd(), 'photos');
const told = (level: Level, file = 'road/gallery.yaml'): Problem =>
	problem(level, file, { line: 4, column: 7 }, '"alt" is missing', 'write it');

afterEach(() => vi.restoreAllMocks());

describe('a problem', () => {
	it('is a line that an editor can jump to', () => {
		expect(sentence(told('error'), root)).toBe(
			`${join('photos', 'road', 'gallery.yaml')}:4:7: error: "alt" is missing; write it`,
		);
		expect(sentence(told('held'), root)).toMatch(/:4:7: held: /);
	});

	it('of the whole folder names that, also from inside it', () => {
		expect(sentence(told('warning', '.'), root)).toMatch(/^photos:4:7: /);
		expect(sentence(told('warning', '.'), process.cwd())).toMatch(/^\.:4:7: /);
	});

	it('names its file as it is where no folder is known', () => {
		expect(sentence(told('error', '/nowhere/photos'), '')).toMatch(/^\/nowhere\/photos:4:7: /);
	});

	it('is a line of its own, in the order given, and not among the results', () => {
		const error = vi.spyOn(console, 'error').mockImplementation(() => {});
		const log = vi.spyOn(console, 'log').mockImplementation(() => {});
		const problems = [told('warning', 'b.yaml'), told('error', 'a.yaml')];
		printProblems(problems, root);
		expect(error.mock.calls).toEqual(problems.map((one) => [sentence(one, root)]));
		expect(log).not.toHaveBeenCalled();
	});
});

describe('the sum', () => {
	it('counts each level', () => {
		const levels: Level[] = ['held', 'error', 'held', 'warning', 'held', 'warning'];
		expect(summary(levels.map((level) => told(level)))).toBe('1 error, 3 held back, 2 warnings');
		expect(summary([])).toBe('0 errors, 0 held back, 0 warnings');
		expect(summary([told('warning')])).toBe('0 errors, 0 held back, 1 warning');
	});

	it('speaks of one thing and of several', () => {
		fc.assert(
			fc.property(fc.nat(), (count) => {
				expect(plural(count, 'photo')).toBe(count === 1 ? '1 photo' : `${count} photos`);
			}),
			{ examples: [[0], [1], [2], [21]] },
		);
	});
});
