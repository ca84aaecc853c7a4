import { load } from 'js-yaml';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Source } from '../../../../src/lib/server/content/source.ts';
import { checkout } from '../../../support/corpus.ts';
import { filled, files } from './mistakes.ts';

const value = (text: string) => new Source('a.yaml', text).parse();

/** What YAML 1.1 and 1.2, and careless parsers, read in different ways. */
const scalars = [
	'yes',
	'no',
	'on',
	'Off',
	'true',
	'False',
	'~',
	'null',
	'',
	'0o17',
	'017',
	'0x1F',
	'1_000',
	'1:30',
	'190:20:30',
	'.5',
	'1.',
	'1e3',
	'.inf',
	'-.INF',
	'.nan',
	'+12',
	'0b11',
	'2016',
	'2016-11',
	'2016-11-03',
	'2016-11-03T10:00:00Z',
	'"quoted \\u0641"',
	"'it''s'",
	'a # comment',
	'a#b',
	'"a\\nb"',
	'!!str 12',
	'Душанбе',
	'راه',
	'<<',
	'=',
	'- 1',
	'[1, , 2]',
	'{a: }',
	'{ en: "a", fa: "ب" }',
	'[38.56, 68.77]',
	'"+992 00"',
	'+992',
	'0',
	'-0',
	'1.50',
	'C-2016-014',
	'@home',
	'`x`',
	'%x',
	'| \n  two\n  lines\n',
	'> \n  folded\n  text\n',
];

const texts = [
	...scalars.map((scalar) => `key: ${scalar}\n`),
	...Object.values(files).map((text) => filled(text, () => true)),
	...readdirSync(join(checkout, 'photos'), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.yaml'))
		.map((file) => readFileSync(join(checkout, 'photos', file), 'utf8')),
].filter((text) => !text.startsWith('---'));

function outcome(read: () => unknown): unknown {
	try {
		return { value: read() ?? null };
	} catch {
		return 'not readable';
	}
}

describe('the two YAML parsers', () => {
	it.each(texts)('agree on %j', (text) => {
		const fast = outcome(() => load(text));
		const careful = outcome(() => parse(text, { logLevel: 'silent' }) as unknown);
		// What the fast one refuses, the careful one reads: it is asked then.
		if (fast !== 'not readable') expect(careful).toEqual(fast);
	});

	it('read yes and no as words, as YAML 1.2 does, and days as text', () => {
		expect(value('a: yes\nb: 2016-11-03\nc: 2016').value).toEqual({
			a: 'yes',
			b: '2016-11-03',
			c: 2016,
		});
	});
});

describe('a source', () => {
	const source = new Source(
		'a.yaml',
		'title: { en: A }\nphotos:\n  - file: a.jpg\n    alt: x\n  - file: b.jpg\n',
	);

	it('knows where keys and values are', () => {
		expect(source.position(['title'])).toEqual({ line: 1, column: 1 });
		expect(source.position(['title', 'en'], 'value')).toEqual({ line: 1, column: 14 });
		expect(source.position(['photos', 1])).toEqual({ line: 5, column: 5 });
		expect(source.position(['photos', 1, 'file'], 'value')).toEqual({ line: 5, column: 11 });
	});

	it('gives the nearest place around what is not there', () => {
		expect(source.position(['photos', 1, 'consent', 'status'])).toEqual({ line: 5, column: 5 });
		expect(source.position(['nothing'])).toEqual({ line: 1, column: 1 });
	});

	it('counts the lines before front matter', () => {
		expect(new Source('a.md', 'title: A\n', 1).position(['title'])).toEqual({ line: 2, column: 1 });
	});

	it('is not fooled by aliases that multiply', () => {
		const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${['b', 'c', 'd', 'e', 'f', 'g'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdef'[index]}`).join(', ')}]`).join('\n')}\n`;
		const { value: none, problems } = value(bomb);
		expect(none).toBeUndefined();
		expect(problems[0]?.message).toMatch(/not readable as YAML: .*alias/i);
	});

	it('keeps inherited names out', () => {
		const { value: read } = value('__proto__: { polluted: true }\nconstructor: 1\n');
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
	});

	it.each([
		['title: "open\nphotos: []\n', 1],
		['a: 1\nb: [1, 2\nc: 3\n', 2],
		['a: 1\n\tb: 2\n', 2],
		['a: 1\na: 2\n', 2],
		['a: {b: 1\n', 1],
		['a: b: c\n', 1],
	])('finds the line to mend in %j', (text, line) => {
		const { problems } = value(text);
		expect(problems.length).toBeGreaterThan(0);
		expect(problems[0]?.line).toBe(line);
	});
});
