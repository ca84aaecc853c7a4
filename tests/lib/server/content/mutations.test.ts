import { parseDocument } from 'yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { examine } from '../../../../src/lib/server/content/examine.ts';
import type { Problem } from '../../../../src/lib/server/content/problems.ts';
import { contentFolder } from '../../../support/folder.ts';
import { seeded } from '../../../support/seeded.ts';
import { filled, files, pictures } from './mistakes.ts';

const count = 200;

/** The exhibition of the mistakes, all mended. */
const valid = Object.fromEntries(
	Object.entries(files).map(([name, text]) => [name, filled(text, () => true)]),
);
const names = Object.keys(valid).filter((name) => name.endsWith('.yaml'));
const signs = [...':{}[]"\'#-\t&*!|>%@,? \u0000\u2028'];
const values = [
	'12',
	'-1.5',
	'[]',
	'{}',
	'[1, [2]]',
	'{ a: { b: c } }',
	'true',
	'""',
	'"x"',
	'2016-02-30',
	'"\\u0000"',
	'x'.repeat(5000),
	'&a x',
	'*a',
	'!!binary x',
	'|',
	'- x',
];

type Random = () => number;
const pickOne = <T>(list: readonly T[], random: Random): T =>
	list[Math.floor(random() * list.length)] as T;

/** Small accidents: a slip of the finger, a lost line, a pasted value. */
const accidents: ((lines: string[], at: number, random: Random) => void)[] = [
	(lines, at, random) => {
		const line = lines[at] ?? '';
		const place = Math.floor(random() * (line.length + 1));
		lines[at] = line.slice(0, place) + pickOne(signs, random) + line.slice(place);
	},
	(lines, at, random) => {
		const line = lines[at] ?? '';
		const place = Math.floor(random() * line.length);
		lines[at] = line.slice(0, place) + line.slice(place + 1);
	},
	(lines, at, random) => {
		const line = lines[at] ?? '';
		const place = Math.floor(random() * Math.max(1, line.length - 1));
		lines[at] =
			line.slice(0, place) + (line[place + 1] ?? '') + (line[place] ?? '') + line.slice(place + 2);
	},
	(lines, at, random) =>
		void (lines[at] = (lines[at] ?? '').replace(/: .*$/, `: ${pickOne(values, random)}`)),
	(lines, at) => void lines.splice(at, 1),
	(lines, at) => void lines.splice(at, 0, lines[at] ?? ''),
	(lines, at) => void (lines[at] = ` ${lines[at]}`),
	(lines, at) => void (lines[at] = (lines[at] ?? '').replace(/^ /, '')),
	(lines, at) => void (lines.length = at + 1),
];

let folder: string;
beforeAll(async () => {
	folder = await contentFolder({
		...valid,
		...Object.fromEntries(Object.keys(pictures).map((name) => [name, true])),
	});
});

const random = seeded(40);
const cases = Array.from({ length: count }, (_, index) => {
	const name = pickOne(names, random);
	const lines = (valid[name] ?? '').split('\n');
	const at = Math.floor(random() * (lines.length - 1));
	const accident = index % accidents.length;
	accidents[accident]?.(lines, at, random);
	return { index, name, at: at + 1, accident, text: lines.join('\n') };
});

/** Does the line that a problem names hold what it speaks of? */
function fits({ line, message }: Problem, text: string): boolean {
	const lines = text.split('\n');
	if (line > lines.length) return false;
	if (message.startsWith('not readable')) return isReadable(lines.slice(0, line - 1).join('\n'));
	if (line === 1 || /is missing|is held back|has no|have no|must cover/.test(message)) return true;
	const spoken = [...message.matchAll(/"([^"]{1,50})/g)].map(([, word = '']) =>
		word.replace(/…$/, ''),
	);
	return (
		spoken.length === 0 ||
		spoken.some((word) => lines[line - 1]?.includes(word)) ||
		/a list of|a group of keys/.test(message)
	);
}

/** Nothing above the named line is wrong as YAML, apart from keys that stand there twice: each is told. */
function isReadable(text: string): boolean {
	const { errors } = parseDocument(text, { logLevel: 'silent' });
	return errors.every(({ code }) => code === 'DUPLICATE_KEY');
}

describe(`${count} accidents to valid YAML`, () => {
	it('began with nothing wrong', async () => {
		expect((await examine(folder, '2026-11-24', 'web')).problems).toEqual([]);
	});

	it.each(cases)('$index: $name:$at', async ({ name, text }) => {
		await writeFile(join(folder, name), text);
		try {
			const { problems } = await examine(folder, '2026-11-24', 'web');
			for (const problem of problems) {
				const told = `${problem.file}:${problem.line}:${problem.column}: ${problem.message}`;
				expect(problem.remedy.length, told).toBeGreaterThan(5);
				expect(`${problem.message}; ${problem.remedy}`, told).not.toMatch(
					/undefined|\[object|NaN|\n\s+at |TypeError/,
				);
				expect(problem.column, told).toBeGreaterThan(0);
				if (problem.file === name)
					expect(fits(problem, text), `${told}\n${text.split('\n')[problem.line - 1]}`).toBe(true);
			}
		} finally {
			await writeFile(join(folder, name), valid[name] ?? '');
		}
	});
});
