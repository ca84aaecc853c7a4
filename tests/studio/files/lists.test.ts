import { expect, it } from 'vitest';
import type { Json } from '../../../src/studio/contract/operations.ts';
import { photo, set, studio } from './studio.ts';

const region = (x: number) => ({ shape: 'rectangle', x, y: 0.1, w: 0.2, h: 0.2 });

const commented = `photos:
  - file: bag.jpg
    redact:
      # the boy
      - { shape: rectangle, x: 0.1, y: 0.1, w: 0.2, h: 0.2 } # asked

      # the sign
      - shape: rectangle
        x: 0.3
        y: 0.1
        w: 0.2
        h: 0.2
    note: x
`;

it('of a list, what stays the same stays as it is written, with its comments', async () => {
	const one = await studio({ 'road/gallery.yaml': commented });
	const was: Json = [region(0.1), region(0.3)];
	const next: Json = [region(0.3), region(0.1), region(0.5)];
	await one.change(set(photo('bag'), 'redact', was, next));
	expect(await one.text('road/gallery.yaml')).toBe(`photos:
  - file: bag.jpg
    redact:
      # the sign
      - shape: rectangle
        x: 0.3
        y: 0.1
        w: 0.2
        h: 0.2

      # the boy
      - { shape: rectangle, x: 0.1, y: 0.1, w: 0.2, h: 0.2 } # asked
      - { shape: rectangle, x: 0.5, y: 0.1, w: 0.2, h: 0.2 }
    note: x
`);
	await one.change(set(photo('bag'), 'redact', next, [region(0.3)]));
	expect(await one.text('road/gallery.yaml')).not.toContain('the boy');
	await one.desk.undo();
	await one.desk.undo();
	expect(await one.text('road/gallery.yaml')).toBe(commented);
});

it('comments within a value are not thrown away unasked', async () => {
	const text = 'photos:\n  - file: bag.jpg\n    credit:\n      line: A # by mail\n';
	const one = await studio({ 'road/gallery.yaml': text });
	const refused = one.change(set(photo('bag'), 'credit', { line: 'A' }, 'B'));
	await expect(refused).rejects.toThrow('There are comments within this value');
	await one.change(set(photo('bag'), 'credit', { line: 'A' }, { line: 'B', copyright: 'C' }));
	expect(await one.text('road/gallery.yaml')).toBe(
		text.replace('line: A # by mail\n', 'line: B # by mail\n      copyright: C\n'),
	);
});
