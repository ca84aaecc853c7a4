import { describe, expect, it } from 'vitest';
import { filesOfGone, isReadable, planOf } from '../../../src/lib/offline/plan.ts';

const photos = [
	{ id: 'tea', files: ['media/a', 'media/shared', 'en/tea'] },
	{ id: 'bread', until: '2026-01-01', files: ['media/b', 'media/shared'] },
];

describe('what goes with a photo', () => {
	it('are its own files, without those that another one needs', () => {
		expect(filesOfGone(photos, new Set(['tea']))).toEqual(['media/a', 'en/tea']);
		expect(filesOfGone(photos, new Set(['nobody']))).toEqual([]);
	});

	it('are shared files too when nobody is left who needs them', () => {
		expect(filesOfGone(photos, new Set(['tea', 'bread'])).sort()).toEqual([
			...['en/tea', 'media/a', 'media/b', 'media/shared'],
		]);
	});
});

it('a plan counts what it keeps, and is read only by who knows its form', () => {
	const files = [320, 640].map((width) => ({
		...{ path: `media/x-${width}.avif`, sha256: '', bytes: width, kind: 'picture' as const },
		of: 'x',
	}));
	const plan = planOf('en/road', { version: 'v', files }, 500);
	expect([plan.bytes, plan.files.length]).toEqual([640, 1]);
	expect(isReadable(plan)).toBe(true);
	expect(isReadable({ ...plan, format: 2 })).toBe(false);
	expect(isReadable(undefined)).toBe(false);
});
