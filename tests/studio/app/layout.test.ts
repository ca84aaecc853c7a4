import { describe, expect, it } from 'vitest';
import { between, dropAt, lay, neighbour, touched } from '../../../src/studio/app/table/layout.ts';

const items = Array.from({ length: 10 }, (_, at) => ({ key: `k${at}`, ratio: at % 2 ? 1 : 1.5 }));
const gap = 12;
const layout = lay(items, { width: 500, size: 100, label: 40, gap });

describe('the table', () => {
	it('has rows no wider than it is, each picture whole', () => {
		expect(layout.cells.every(({ x, width }) => x + width <= 500)).toBe(true);
		expect(layout.cells.map(({ row }) => row)).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 3]);
		expect(layout.height).toBe(4 * 140 + 3 * gap);
	});

	it('knows what is on the screen', () => {
		expect(between(layout, 150, 290).map(({ row }) => row)).toEqual([1, 1, 1]);
	});

	it('knows before which something is let go', () => {
		expect(dropAt(layout, 0, 10, gap)).toBe(0);
		expect(dropAt(layout, 140, 10, gap)).toBe(1);
		expect(dropAt(layout, 499, 10, gap)).toBe(3);
		expect(dropAt(layout, 0, 9999, gap)).toBe(9);
		expect(dropAt({ cells: [], height: 0, rows: 0 }, 5, 5, gap)).toBe(0);
	});

	it('knows what a lasso touches', () => {
		expect(touched(layout, { x: 160, y: 120, width: 50, height: 60 })).toEqual(['k1', 'k4']);
	});

	it('knows who hangs below, and above nobody', () => {
		expect(neighbour(layout, 'k0', 1)).toBe('k3');
		expect(neighbour(layout, 'k0', -1)).toBeUndefined();
	});

	it('lays two thousand within a frame', () => {
		const many = Array.from({ length: 2000 }, (_, at) => ({ key: `k${at}`, ratio: 1.5 }));
		const began = performance.now();
		lay(many, { width: 1400, size: 144, label: 48, gap });
		expect(performance.now() - began).toBeLessThan(100);
	});
});
