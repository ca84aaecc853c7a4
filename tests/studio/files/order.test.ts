import { expect, it } from 'vitest';
import type { Operation } from '../../../src/studio/contract/operations.ts';
import { diff, move, road, studio } from './studio.ts';

/** Keys of a gallery's wall, in order. */
async function wall({ desk }: Awaited<ReturnType<typeof studio>>, id = 'road'): Promise<string[]> {
	const { galleries } = await desk.view();
	return galleries.find((one) => one.id === id)!.hangings.map(({ key }) => key);
}

it('the last photo comes first, and every comment stays beside what it described', async () => {
	const one = await studio();
	const [, , text] = await wall(one);
	expect(await wall(one)).toEqual(['train', 'bag', text, 'shoes', 'tea']);
	await one.change(move(['tea'], 'train'));
	expect(await wall(one)).toEqual(['tea', 'train', 'bag', text, 'shoes']);
	const tea = '  # the last one\n  - file: tea.jpg # keep last\n    alt: "Tea"\n';
	expect(await one.text('road/gallery.yaml')).toBe(
		road.replace(tea, '').replace('photos:\n', `photos:\n${tea}`),
	);
	await one.desk.undo();
	expect(await one.text('road/gallery.yaml')).toBe(road);
});

it('the first photo goes with its comments, a heading stays where it is', async () => {
	const one = await studio();
	await one.change(move(['train'], 'shoes', 'going'));
	const after = await one.text('road/gallery.yaml');
	expect(diff(road, after)).toEqual(['-    section: leaving', '+    section: going']);
	const lines = after.split('\n').map((line) => line.trim());
	const at = (line: string) => lines.indexOf(line);
	expect(at('- file: train.jpg')).toBe(at('# the first one') + 1);
	expect(at('# ---- later ----')).toBeLessThan(at('# the second one'));
	expect(at('- file: bag.jpg')).toBe(at('# the second one') + 1);
	expect(at('# until 2028')).toBe(-1);
	expect(at('- ref: shoes')).toBeGreaterThan(at('# checked with the family'));
	await one.desk.undo();
	expect(await one.text('road/gallery.yaml')).toBe(road);
});

it('several come to stand together, in the order they are named', async () => {
	const one = await studio();
	await one.change(move(['tea', 'train'], 'bag'));
	expect((await wall(one)).slice(0, 3)).toEqual(['tea', 'train', 'bag']);
	await one.change(move(['bag'], null));
	expect((await wall(one)).at(-1)).toBe('bag');
	await one.desk.undo();
	await one.desk.undo();
	expect(await one.text('road/gallery.yaml')).toBe(road);
});

it('photo 200 comes first in a commented file: only its lines move', async () => {
	const items = Array.from(
		{ length: 200 },
		(_, n) => `  # about ${n}\n  - ref: r${n}\n    section: s # of ${n}\n`,
	);
	const text = `photos:\n${items.join('')}\n# end\n`;
	const one = await studio({ 'road/gallery.yaml': text });
	await one.change(move(['r199'], 'r0'));
	const moved = [items.at(-1)!, ...items.slice(0, -1)].join('');
	expect(await one.text('road/gallery.yaml')).toBe(`photos:\n${moved}\n# end\n`);
});

it('a list without a line end behind it, one in brackets, one with Windows line ends', async () => {
	for (const [before, after] of [
		['photos:\n- ref: a\n- ref: b', 'photos:\n- ref: b\n- ref: a'],
		['photos: [ { ref: a },  {ref: b} ]\n', 'photos: [ {ref: b},  { ref: a } ]\n'],
		[
			'photos:\r\n  # a\r\n  - ref: a\r\n\r\n  # b\r\n  - ref: b\r\n',
			'photos:\r\n  # b\r\n  - ref: b\r\n\r\n  # a\r\n  - ref: a\r\n',
		],
	] as const) {
		const one = await studio({ 'road/gallery.yaml': before });
		expect(await one.change(move(['b'], 'a'))).toMatchObject({ done: true });
		expect(await one.text('road/gallery.yaml')).toBe(after);
		await one.desk.undo();
		expect(await one.text('road/gallery.yaml')).toBe(before);
		await one.desk.close();
	}
});

it('what is gone meanwhile is a conflict', async () => {
	const one = await studio();
	const operation = move(['nobody', 'bag'], 'nothing');
	expect(await one.change(operation)).toEqual({
		done: false,
		conflicts: [
			{ operation, place: 'nobody, in road' },
			{ operation, place: 'nothing, in road' },
		],
	});
});

it('wall texts, guests and sections come and go', async () => {
	const one = await studio();
	const steps: Operation[][] = [
		[
			{
				do: 'insert',
				gallery: 'road',
				list: 'photos',
				item: { text: { tg: 'Нав' } },
				before: 'bag',
			},
		],
		[{ do: 'insert', gallery: 'room', list: 'photos', item: { ref: 'tea' }, before: null }],
		[
			{
				do: 'insert',
				gallery: 'room',
				list: 'sections',
				item: { id: 'a', title: 'A' },
				before: null,
			},
		],
		[{ do: 'insert', gallery: 'road', list: 'sections', item: { id: 'mid' }, before: 'going' }],
		[{ do: 'take', gallery: 'road', list: 'photos', key: 'shoes' }],
	];
	for (const step of steps) expect(await one.change(...step)).toMatchObject({ done: true });
	expect(diff(road, await one.text('road/gallery.yaml'))).toEqual([
		'-  - ref: shoes',
		'+  - { id: mid }',
		'+  - text: { tg: Нав }',
	]);
	expect(await one.text('room/gallery.yaml')).toBe(
		'title: { en: Room }\nsections:\n  - { id: a, title: A }\nphotos:\n  - file: shoes.jpg\n    title: Shoes\n  - ref: tea\n',
	);
	const full = one.change({ do: 'take', gallery: 'road', list: 'sections', key: 'leaving' });
	await expect(full).rejects.toThrow('Something hangs in the section leaving.');
	for (let step = steps.length; step > 0; step--) await one.desk.undo();
	expect(await one.text('road/gallery.yaml')).toBe(road);
});

it('a wall text is known by what it says, also after that has changed', async () => {
	const one = await studio();
	const [, , key] = await wall(one);
	const of = { kind: 'text', gallery: 'road', key: key! } as const;
	await one.change({ do: 'set', of, path: ['text', 'tg'], value: 'Матн' });
	const [, , now] = await wall(one);
	expect(now).not.toBe(key);
	expect(await one.text('road/gallery.yaml')).toContain('text: { en: A wall text, tg: Матн }');
});
