import { describe, expect, it } from 'vitest';
import { examine } from '../../../../src/lib/server/content/examine.ts';
import type { Problem } from '../../../../src/lib/server/content/problems.ts';
import { contentFolder } from '../../../support/folder.ts';
import { filled, files, mistakeOf, mistakes, pictures } from './mistakes.ts';

const kinds = Object.keys(mistakes);

/** The exhibition with all mistakes but those that are mended. */
async function folderWith(mended: readonly string[]): Promise<string> {
	const texts = Object.entries(files).map(
		([name, text]) => [name, filled(text, (kind) => mended.includes(kind))] as const,
	);
	const shots = Object.entries(pictures).flatMap(([name, kind]): [string, true | Buffer][] => {
		if (kind === true || mended.includes(kind)) return [[name, true]];
		return kind === 'missing file' ? [] : [[name, Buffer.alloc(0)]];
	});
	return contentFolder({ ...Object.fromEntries(texts), ...Object.fromEntries(shots) });
}

/** File and line at which the problem must be told. */
function placeOf(kind: string): { file: string; line: number } {
	const { file: named, at, down = 0 } = mistakeOf(kind);
	const [file = '', text = ''] =
		Object.entries(files).find(([, one]) => one.includes(`{{${kind}}}`)) ?? [];
	const line = text.slice(0, text.indexOf(`{{${kind}}}`)).split('\n').length;
	return { file: named ?? file, line: at === 'start' ? 1 : line + down };
}

function isOf(kind: string, problem: Problem): boolean {
	const { level, says, remedy } = mistakeOf(kind);
	const { file, line } = placeOf(kind);
	const place = problem.file === file && problem.line === line && problem.level === level;
	return place && new RegExp(says).test(problem.message) && new RegExp(remedy).test(problem.remedy);
}

const problemsOf = async (mended: readonly string[] = []) =>
	(await examine(await folderWith(mended), '2026-11-24', 'web')).problems;

describe('an exhibition with a mistake of each kind', async () => {
	const problems = await problemsOf();

	it('has forty kinds at least', () => expect(kinds.length).toBeGreaterThanOrEqual(40));

	it.each(kinds)('%s: its sentence, line, level and remedy', (kind) => {
		const told = problems.filter((problem) => isOf(kind, problem));
		expect(told, JSON.stringify([placeOf(kind), problems], null, 1)).toHaveLength(1);
	});

	it('has no sentence too many', () => {
		expect(problems.filter((problem) => !kinds.some((kind) => isOf(kind, problem)))).toEqual([]);
	});

	it('has only sentences that say what, and what to do', () => {
		for (const { message, remedy } of problems) {
			expect(`${message}; ${remedy}`).toMatch(/^["\w`].{10,}; .{8,}$/);
			expect(`${message}${remedy}`).not.toMatch(/undefined|\[object|Error:|\bat .*:\d+:\d+/);
		}
	});

	it('is silent when everything is mended', async () => {
		expect(await problemsOf(kinds)).toEqual([]);
	});

	it.each(kinds)('%s: the remedy works, and nothing else is wrong then', async (kind) => {
		const left = await problemsOf([kind]);
		expect(left.filter((problem) => !kinds.some((other) => says(other, problem)))).toEqual([]);
		expect(left).toHaveLength(problems.length - 1);
	});
});

/** Without the line, which a mended line above may have moved. */
function says(kind: string, problem: Problem): boolean {
	const mistake = mistakeOf(kind);
	return new RegExp(mistake.says).test(problem.message) && mistake.level === problem.level;
}
