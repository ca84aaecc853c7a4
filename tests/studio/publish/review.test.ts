import { describe, expect, it } from 'vitest';
import { examine } from '../../../src/lib/server/content/examine.ts';
import { compared, unreachable } from '../../../src/studio/publish/review.ts';
import { Refusal } from '../../../src/vite/refusal.ts';
import { contentFolder } from '../../support/folder.ts';
import { tinyExhibition } from '../../support/site.ts';

const judged = async (more: Record<string, string> = {}) =>
	examine(await contentFolder({ ...tinyExhibition(), ...more }), '2026-11-24', 'web');

describe('a review', () => {
	it('says which photos become public, and which are so no more', async () => {
		const { errors, newlyPublic, noLongerPublic } = compared(
			await judged(),
			new Set(['tea', 'gone', 'away']),
		);
		expect([errors, [...newlyPublic].sort()]).toEqual([[], ['bread', 'door']]);
		expect(noLongerPublic).toEqual(['away', 'gone']);
	});

	it('has errors apart from warnings, and what is held back is a warning', async () => {
		const held = { 'second/gallery.yaml': 'title: { en: S }\nphotos:\n  - { file: door.jpg }\n' };
		const { errors, warnings, newlyPublic } = compared(await judged(held), new Set());
		expect(errors).toEqual([]);
		expect(warnings.filter(({ level }) => level !== 'warning')).toEqual([]);
		expect(warnings.some(({ file }) => file === 'second/gallery.yaml')).toBe(true);
		expect([...newlyPublic].sort()).toEqual(['bread', 'tea']);
		const broken = compared(await judged({ 'exhibition.yaml': 'title: [' }), new Set());
		expect(broken.errors[0]).toMatchObject({ level: 'error', file: 'exhibition.yaml' });
	});

	it('is blocked where the target cannot be asked', async () => {
		const refused = new Refusal('there is no folder /media/x', 'put the stick in', 1);
		const { errors, newlyPublic } = unreachable(await judged(), refused);
		expect(errors).toEqual([
			{ level: 'error', file: '.', message: refused.message, remedy: 'put the stick in' },
		]);
		expect(newlyPublic).toEqual([]);
		const mistake = new TypeError('ours');
		const found = await judged();
		expect(() => unreachable(found, mistake)).toThrow(mistake);
	});
});
