import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { progressPrinter } from '../../src/cli/progress.ts';

/** A printer with a clock that stands still until it is set, and all that it wrote. */
function printer(isTTY: boolean) {
	const written: string[] = [];
	let seconds = 1000;
	const out = { isTTY, write: (text: string) => written.push(text) };
	const print = progressPrinter(out as unknown as typeof process.stderr, () => seconds * 1000);
	const tell = (at: number, done: number, of: number, megapixels = 0) => {
		seconds = 1000 + at;
		print({ done, of, megapixels });
	};
	return { written, tell };
}

describe('on a terminal', () => {
	it('draws each step over the one before, and goes on below the last', () => {
		const { written, tell } = printer(true);
		for (const done of [1, 2, 3, 4]) tell(done / 10, done, 4);
		expect(written).toHaveLength(4);
		expect(written.every((text) => text.startsWith('\r\x1b[K'))).toBe(true);
		expect(written.map((text) => text.endsWith('\n'))).toEqual([false, false, false, true]);
		expect(written.map((text) => text.split('\n').length)).toEqual([1, 1, 1, 2]);
	});

	it('fills a bar that keeps its width', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 20_000 }), fc.nat(20_000), (of, some) => {
				const done = 1 + (some % of);
				const { written, tell } = printer(true);
				tell(1, done, of);
				const [bar = ''] = /[█░]+/.exec(written[0] ?? '') ?? [];
				expect(bar).toMatch(/^█*░*$/);
				expect(bar).toHaveLength(24);
				expect(Math.abs(bar.replaceAll('░', '').length / 24 - done / of)).toBeLessThanOrEqual(
					1 / 48 + 1e-9,
				);
				if (done === of) expect(bar).not.toContain('░');
			}),
		);
	});
});

describe('elsewhere', () => {
	it('writes a plain line every five seconds, and the last one', () => {
		const { written, tell } = printer(false);
		for (let at = 1; at <= 12; at++) tell(at, at, 12);
		expect(written.map((line) => /of 12 photos/.test(line) && line.match(/\d+/)?.[0])).toEqual([
			'5',
			'10',
			'12',
		]);
		for (const line of written) {
			expect(line).toMatch(/^pictures of [ -~]*\n$/);
		}
	});

	it('is silent in between, and does not make up for it after a long picture', () => {
		const { written, tell } = printer(false);
		tell(4.9, 1, 100);
		expect(written).toEqual([]);
		tell(23, 2, 100);
		expect(written).toHaveLength(1);
		for (const at of [24, 26, 27.9]) tell(at, at, 100);
		expect(written).toHaveLength(1);
		tell(28, 40, 100);
		expect(written).toHaveLength(2);
	});

	it('says that it is done even if that took no time', () => {
		const { written, tell } = printer(false);
		tell(0, 3, 3);
		expect(written).toEqual(['pictures of 3 of 3 photos\n']);
	});
});

describe('the words', () => {
	const said = (at: number, done: number, of: number, megapixels = 0, reused = 0) => {
		const { written, tell } = printer(true);
		tell(0, reused, of);
		tell(at, done, of, megapixels);
		return written.join('');
	};

	it.each([
		['in seconds', 10, 10, 30, 'about 20 s left'],
		['in seconds, rounded up', 1, 3, 4, 'about 1 s left'],
		['in minutes from a minute and a half', 100, 10, 20, 'about 2 min left'],
		['in minutes, for hours of work', 60, 10, 2000, 'about 199 min left'],
	])('tell what is left %s', (_name, at, done, of, left) => {
		expect(said(at, done, of)).toContain(left);
	});

	it('do not take for work what the cache had', () => {
		expect(said(10, 95, 100, 0, 90)).toContain('about 10 s left');
	});

	it('leave out what is left when nothing is', () => {
		expect(said(10, 30, 30)).not.toContain('left');
	});

	it('tell the speed, where a picture had to be made', () => {
		expect(said(10, 1, 2, 125)).toContain(', 12.5 megapixels a second,');
		expect(said(10, 1, 2, 0)).not.toContain('megapixels');
	});
});
