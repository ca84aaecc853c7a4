import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gallery } from '../../../../../src/lib/server/content/schema/gallery.ts';
import { regionFits } from '../../../../../src/lib/server/content/schema/region.ts';
import { Source } from '../../../../../src/lib/server/content/source.ts';
import { validate } from '../../../../../src/lib/server/content/validate.ts';

const boxes = ['rectangle', 'ellipse'] as const;
const hundredths = fc.integer({ min: 0, max: 100 });

const redactOf = (written: string) => {
	const text = `photos:\n  - file: a.jpg\n    redact: [${written}]\n`;
	const { value, problems } = validate(gallery, new Source('gallery.yaml', text), ['en']);
	const [photo] = value.photos ?? [];
	return { redact: photo && 'redact' in photo ? photo.redact : undefined, problems };
};

describe('a redaction', () => {
	it('fits where all of its box lies in the picture and covers something, up to the very edge', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...boxes),
				fc.tuple(hundredths, hundredths),
				fc.tuple(hundredths, hundredths),
				(shape, [x, y], [w, h]) => {
					const fits = w > 0 && h > 0 && x + w <= 100 && y + h <= 100;
					const part = { x: x / 100, y: y / 100, w: w / 100, h: h / 100 };
					expect(regionFits({ shape, ...part })).toBe(fits);
				},
			),
			{ numRuns: 1000 },
		);
	});

	it.each(boxes)('does not fit as a %s without a side or a corner', (shape) => {
		const whole = { x: 0.1, y: 0.1, w: 0.2, h: 0.2 };
		expect(regionFits({ shape, ...whole })).toBe(true);
		for (const key of ['x', 'y', 'w', 'h'] as const) {
			expect(regionFits({ shape, ...whole, [key]: undefined })).toBe(false);
		}
	});

	it('does not fit as a polygon with fewer than three points', () => {
		const corner = [
			[0, 0],
			[1, 0],
			[0, 1],
		];
		expect(regionFits({ shape: 'polygon', points: corner })).toBe(true);
		expect(regionFits({ shape: 'polygon', points: corner.slice(1) })).toBe(false);
		expect(regionFits({ shape: 'polygon', x: 0.1, y: 0.1, w: 0.2, h: 0.2 })).toBe(false);
	});

	it.each([
		'{ shape: ellipse, x: 0.9, y: 0.1, w: 0.2, h: 0.1 }',
		'{ shape: ellipse, x: 61, y: 18, w: 9, h: 14 }',
		'{ shape: rectangle, x: -0.1, y: 0.1, w: 0.2, h: 0.1 }',
		'{ shape: circle, x: 0.1, y: 0.1, w: 0.2, h: 0.1 }',
		'{ shape: polygon, points: [[0.1, 0.1], [0.2, 0.2], [0.1, 1.2]] }',
		'{ x: 0.1, y: 0.1, w: 0.2, h: 0.1 }',
	])('stops the build where it is %s', (written) => {
		const { problems } = redactOf(written);
		expect(problems.map(({ level, line }) => [level, line])).toContainEqual(['error', 3]);
	});

	it('of which one is wrong does not take the others with it', () => {
		const right = '{ shape: rectangle, x: 0, y: 0, w: 1, h: 1 }';
		const { redact } = redactOf(`{ shape: ellipse, x: 0.9, y: 0, w: 0.2, h: 1 }, ${right}`);
		expect(redact).toEqual([undefined, { shape: 'rectangle', x: 0, y: 0, w: 1, h: 1 }]);
	});
});
