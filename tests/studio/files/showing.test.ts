import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { photo, set, studio } from './studio.ts';

it('makes what is shown anew only where something of it is another', async () => {
	let day = '2026-11-27';
	const { desk, folder, change, text } = await studio({}, { day: () => day });
	const first = await desk.view();
	expect(await desk.view()).toBe(first);

	await change(set(photo('shoes'), 'caption/en', undefined, 'Two shoes'));
	const second = await desk.view();
	expect(second).not.toBe(first);
	expect(second.photos.find(({ id }) => id === 'shoes')?.entry).toMatchObject({
		caption: { en: 'Two shoes' },
	});
	expect(await desk.view()).toBe(second);

	await desk.undo();
	expect((await desk.view()).canRedo).toBe('A step');

	const story = join('stories', 'the-train.en.md');
	await writeFile(join(folder, story), `${await text(story)}And goes.\n`);
	const third = await desk.view();
	expect(third.stories.map((one) => one.text).join()).toContain('And goes.');

	await utimes(join(folder, 'room', 'shoes.jpg'), new Date(), new Date(0));
	const version = ({ photos }: typeof third) => photos.find(({ id }) => id === 'shoes')?.version;
	const fourth = await desk.view();
	expect(version(fourth)).not.toBe(version(third));

	day = '2026-11-28';
	expect(await desk.view()).not.toBe(fourth);
});
