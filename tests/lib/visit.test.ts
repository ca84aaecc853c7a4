import { afterEach, describe, expect, it, vi } from 'vitest';
import { isOver, noteShown, wasShown } from '../../src/lib/visit.ts';

afterEach(() => vi.unstubAllGlobals());

function storage() {
	const kept = new Map<string, string>();
	return {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value),
	};
}

describe('what was seen behind a content note', () => {
	it('is remembered for the visit', () => {
		vi.stubGlobal('sessionStorage', storage());
		expect(wasShown('fist')).toBe(false);
		noteShown('fist');
		noteShown('door');
		expect([wasShown('fist'), wasShown('door'), wasShown('tea')]).toEqual([true, true, false]);
	});

	it('is asked again where the browser keeps its storage to itself', () => {
		const refuse = () => {
			throw new DOMException('no', 'SecurityError');
		};
		vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse });
		noteShown('fist');
		expect(wasShown('fist')).toBe(false);
	});
});

describe('the last day', () => {
	const at = (day: string) => new Date(`${day}T12:00:00`);

	it('is still a day on which it is shown', () => {
		expect(isOver('2026-12-31', at('2026-12-31'))).toBe(false);
		expect(isOver('2026-12-31', at('2027-01-01'))).toBe(true);
		expect(isOver('2026-12-31', at('2026-02-01'))).toBe(false);
	});

	it('never comes where there is none', () => expect(isOver(undefined)).toBe(false));
});
