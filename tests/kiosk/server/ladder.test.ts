import { describe, expect, it } from 'vitest';
import { step, type Watched } from '../../../src/kiosk/server/ladder.ts';

const s = 1000;
const min = 60 * s;
const at = 100 * min;
const page: Watched = { lastSign: at, restarts: [], reboots: [] };

describe('the ladder', () => {
	it.each([
		['well', 0, {}, 'none'],
		['one heartbeat is missing', 29 * s, {}, 'none'],
		['three are', 45 * s, {}, 'reload'],
		['it was told already', 46 * s, { lastReload: at + 45 * s }, 'none'],
		['told before its last sign', 45 * s, { lastReload: at - min }, 'reload'],
		['it did not follow', 50 * s, { lastReload: at + 45 * s }, 'restart'],
		['two restarts did not help', 50 * s, { restarts: [at - min, at - 2 * min] }, 'restart'],
		['three did not', 50 * s, { restarts: [at, at - min, at - 2 * min] }, 'reboot'],
		['one of them is long ago', 50 * s, { restarts: [at, at - min, at - 10 * min] }, 'restart'],
	] as const)('%s: %i ms of silence', (_, silence, given, expected) => {
		expect(step(at + silence, { ...page, ...given })).toBe(expected);
	});

	it('ends after three reboots in an hour', () => {
		const restarts = [at, at, at];
		const reboots = [at - 10 * min, at - 20 * min, at - 58 * min];
		expect(step(at + min, { ...page, restarts, reboots })).toBe('give up');
		expect(step(at + 3 * min, { ...page, restarts, reboots })).toBe('reboot');
	});

	it('a page that does not listen any more is gone after 4 s, unless it was told to load anew', () => {
		const gone = { ...page, droppedAt: at };
		expect(step(at + 3.9 * s, gone)).toBe('none');
		expect(step(at + 4 * s, gone)).toBe('restart');
		expect(step(at + 4 * s, { ...gone, lastReload: at - s })).toBe('none');
		expect(step(at + 19 * s, { ...gone, lastReload: at - s })).toBe('restart');
	});

	it('leaves a browser time to start within the goals: 75 s frozen, 10 s crashed', () => {
		const first = (wanted: string, watched: Watched) => {
			for (let ms = 0; ; ms += s) if (step(at + ms, watched) === wanted) return ms;
		};
		expect(first('restart', { ...page, lastReload: at + 45 * s })).toBeLessThanOrEqual(60 * s);
		expect(first('restart', { ...page, droppedAt: at })).toBeLessThanOrEqual(5 * s);
	});
});
