import { readFileSync, writeFileSync } from 'node:fs';
import { open, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Disk } from '../../../src/studio/files/disk.ts';
import { photo, road, set, studio } from './studio.ts';

/** An editor that saves between the studio's reading and its writing. */
function editor(save: (path: string) => void): Disk {
	return {
		rename,
		rm,
		open: async (...args) => {
			const [path, flags] = args;
			if (flags === 'wx') save(String(path).replace(/\.[0-9a-f]{12}\.tmp$/, ''));
			return open(...args);
		},
	};
}

const replace = (path: string, from: string, to: string) =>
	writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));

it('what an editor saves while the studio writes is kept, and told', async () => {
	let saves = 1;
	const disk = editor((path) => {
		if (saves-- > 0) replace(path, 'title: { en: Train }', 'title: { en: Zug }');
	});
	const one = await studio({}, { disk });
	await one.desk.view();
	const outcome = await one.change(set(photo('bag'), 'caption', 'A bag', 'The bag'));
	expect(outcome).toMatchObject({ done: true, alsoOutside: ['title, of train'] });
	expect(await one.text('road/gallery.yaml')).toBe(
		road.replace('A bag', 'The bag').replace('{ en: Train }', '{ en: Zug }'),
	);
});

it('an editor that saves the same field while the studio writes it makes a conflict', async () => {
	let saves = 1;
	const disk = editor((path) => {
		if (saves-- > 0) replace(path, 'A bag', 'My bag');
	});
	const one = await studio({}, { disk });
	const outcome = await one.change(set(photo('bag'), 'caption', 'A bag', 'The bag'));
	expect(outcome).toMatchObject({
		done: false,
		conflicts: [{ base: 'A bag', yours: 'The bag', theirs: 'My bag' }],
	});
	expect(await one.text('road/gallery.yaml')).toContain('My bag');
});

it('an editor that never ends is told of in a sentence', async () => {
	let saves = 0;
	const disk = editor((path) => writeFileSync(path, `${road}# ${saves++}\n`));
	const one = await studio({}, { disk });
	const busy = one.change(set(photo('bag'), 'caption', 'A bag', 'The bag'));
	await expect(busy).rejects.toThrow('Another program goes on changing the files');
	expect(await one.text('road/gallery.yaml')).toBe(`${road}# ${saves - 1}\n`);
});

it('two people and an editor at once: all that they wrote is there in the end', async () => {
	let saves = 0;
	const disk = editor((path) => {
		if (path.endsWith('road/gallery.yaml') && saves++ % 3 === 0) {
			replace(path, '# What hangs', `# editor ${saves}\n# What hangs`);
		}
	});
	const one = await studio({}, { disk });
	const first = Array.from({ length: 15 }, (_, n) =>
		one.change(set(photo('bag'), `audio/a${n}`, undefined, `a${n}.mp3`)),
	);
	const second = Array.from({ length: 15 }, (_, n) =>
		one.change(set(photo('tea'), `audio/b${n}`, undefined, `b${n}.mp3`)),
	);
	for (const outcome of await Promise.all([...first, ...second])) {
		expect(outcome).toMatchObject({ done: true });
	}
	const text = await one.text('road/gallery.yaml');
	for (let n = 0; n < 15; n++)
		expect(text).toMatch(new RegExp(`a${n}: a${n}.mp3[^]*b${n}: b${n}.mp3`));
	expect(text.match(/# editor/g)).toHaveLength(Math.ceil(saves / 3));
});

it('the same change by two people is no conflict', async () => {
	const one = await studio();
	const operation = set(photo('bag'), 'caption', 'A bag', 'The bag');
	expect(await one.change(operation)).toMatchObject({ done: true });
	expect(await one.change(operation)).toMatchObject({ done: true });
	expect(await one.desk.history()).toHaveLength(1);
});

it('a story that says something else by now is a conflict with all three texts', async () => {
	const one = await studio();
	const was = await one.text('stories/the-train.en.md');
	const story = { do: 'story', story: 'the-train', lang: 'en' } as const;
	await writeFile(join(one.folder, 'stories/the-train.en.md'), `${was}Theirs.\n`);
	expect(await one.change({ ...story, was, text: `${was}Mine.\n` })).toMatchObject({
		done: false,
		conflicts: [{ base: was, yours: `${was}Mine.\n`, theirs: `${was}Theirs.\n` }],
	});
	const text = 'broken, and yet the curator’s';
	await one.change({ ...story, was: `${was}Theirs.\n`, text });
	expect((await one.desk.view()).stories).toEqual([{ id: 'the-train', lang: 'en', text }]);
	await one.change({ ...story, was: text });
	expect((await one.desk.view()).stories).toEqual([]);
	await one.desk.undo();
	expect(await one.text('stories/the-train.en.md')).toBe(text);
});

it('changes beside us are seen at once, by what the files hold', async () => {
	const one = await studio();
	await one.desk.view();
	const told: string[] = [];
	const end = one.desk.watch((files) => told.push(...files));
	const now = new Date();
	await utimes(join(one.folder, 'room/gallery.yaml'), now, now);
	await one.change(set(photo('bag'), 'caption', 'A bag', 'The bag'));
	replace(join(one.folder, 'road/gallery.yaml'), 'The bag', 'My bag');
	await expect.poll(() => told, { timeout: 10_000 }).toEqual(['road/gallery.yaml']);
	await writeFile(join(one.folder, 'room/gallery (conflicted copy 2026-11-27).yaml'), 'x');
	await expect.poll(() => told.length, { timeout: 10_000 }).toBe(2);
	const { problems, photos } = await one.desk.view();
	expect(photos.find(({ id }) => id === 'bag')?.entry.caption).toBe('My bag');
	expect(problems.filter(({ file }) => file.includes('conflicted'))).toMatchObject([
		{ level: 'warning', remedy: expect.stringContaining('compare it') },
	]);
	end();
});
