import fc from 'fast-check';
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Operation } from '../../../src/studio/contract/operations.ts';
import type { View } from '../../../src/studio/contract/view.ts';
import type { Disk } from '../../../src/studio/files/disk.ts';
import { filesIn } from '../../../src/vite/made.ts';
import { deskOn, diff, move, photo, road, set, studio } from './studio.ts';

/** Nobody pulls the plug: nothing needs to wait for the disk. */
const hasty: Disk = {
	rename,
	rm,
	open: async (...args) => Object.assign(await open(...args), { sync: async () => undefined }),
};

const operations = Number(process.env.NIGOH_TEST_OPERATIONS ?? 1000);
const texts = [
	'',
	'a',
	'Окно: "x" # y',
	"it's",
	'One.\n\nTwo.',
	' space ',
	'- dash',
	'{ x',
	'نان',
	'1',
	'no',
];
const fields = [
	'title',
	'caption/en',
	'caption/tg',
	'alt/ru',
	'note',
	'consent/status',
	'keywords',
];

const chance = fc.record({
	kind: fc.constantFrom(
		'set',
		'set',
		'set',
		'move',
		'move',
		'rehome',
		'remove',
		'text',
		'guest',
		'take',
		'story',
		'gallery',
	),
	numbers: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
	field: fc.constantFrom(...fields),
	value: fc.option(fc.constantFrom(...texts), { nil: undefined, freq: 4 }),
});
type Chance = typeof chance extends fc.Arbitrary<infer T> ? T : never;

const pick = <T>(list: readonly T[], number: number): T => list[number % list.length]!;

/** An operation that fits what is there. */
function operationOf({ kind, numbers: [a, b, c], field, value }: Chance, view: View): Operation {
	const gallery = pick(view.galleries, a);
	const keys = gallery.hangings.map(({ key }) => key);
	const before = pick([...keys, null], b);
	const one = pick(view.photos, c);
	const path = field.split('/');
	const at = (entry: unknown) => path.reduce<unknown>((inner, key) => Object(inner)[key], entry);
	const made = path[0] === 'keywords' && value !== undefined ? [value, 'b'] : value;
	switch (kind) {
		case 'move':
			if (keys.length === 0) break;
			return {
				do: 'move',
				gallery: gallery.id,
				keys: [pick(keys, c)],
				before,
				section: pick([undefined, null, 's'], a),
			};
		case 'rehome':
			return { do: 'rehome', photo: one.id, gallery: gallery.id, before };
		case 'remove':
			if (view.photos.length < 4) break;
			return { do: 'remove', photo: one.id };
		case 'text':
			return {
				do: 'insert',
				gallery: gallery.id,
				list: 'photos',
				item: { text: { en: value ?? 'x' } },
				before,
			};
		case 'guest':
			return { do: 'insert', gallery: gallery.id, list: 'photos', item: { ref: one.id }, before };
		case 'take': {
			const mayGo = gallery.hangings.filter(({ kind }) => kind === 'ref' || kind === 'text');
			if (mayGo.length === 0) break;
			return { do: 'take', gallery: gallery.id, list: 'photos', key: pick(mayGo, b).key };
		}
		case 'story': {
			const was = view.stories[0]?.text;
			return {
				do: 'story',
				story: 'the-train',
				lang: 'en',
				was,
				text: value && `---\ntitle: A\n---\n${value}`,
			};
		}
		case 'gallery': {
			const was = Object(gallery.entry.title).tg as string | undefined;
			return set(
				{ kind: 'gallery', gallery: gallery.id },
				'title/tg',
				typeof gallery.entry.title === 'string' ? undefined : was,
				value,
			);
		}
	}
	return set(
		photo(one.id),
		field,
		typeof at(one.entry) === 'function' ? undefined : (at(one.entry) as never),
		made,
	);
}

async function contents(folder: string): Promise<Record<string, string>> {
	const files = (await filesIn(folder)).filter((file) => !file.startsWith('.exhibition/'));
	const read = files.map(async (file) => [file, await readFile(join(folder, file), 'latin1')]);
	return Object.fromEntries(await Promise.all(read));
}

it(
	`${operations} random operations and as many undos give the bytes of before`,
	{ timeout: 120_000 },
	async () => {
		const run = async (chances: Chance[]) => {
			const one = await studio({}, { disk: hasty });
			const before = await contents(one.folder);
			let steps = 0;
			let view = await one.desk.view();
			for (const [index, each] of chances.entries()) {
				const operation = operationOf(each, view);
				// A curator's page may be a little behind, too.
				if (index % 3 === 2) view = await one.desk.view();
				const journal = (await one.desk.history()).length;
				await one.change(operation).catch((error: Error) => {
					if (error.name !== 'StudioRefusal' || /safely/.test(error.message)) {
						throw new Error(`${JSON.stringify(operation)}: ${error.message}`, { cause: error });
					}
				});
				if ((await one.desk.history()).length > journal) steps++;
			}
			for (let step = 0; step < steps; step++)
				expect(await one.desk.undo()).toMatchObject({ done: true });
			expect(await contents(one.folder)).toEqual(before);
			for (let step = 0; step < Math.min(steps, 50); step++) await one.desk.redo();
			for (let step = 0; step < Math.min(steps, 50); step++) await one.desk.undo();
			expect(await contents(one.folder)).toEqual(before);
			expect(steps).toBeGreaterThan(chances.length / 3);
			await one.desk.close();
		};
		const chances = fc.array(chance, { minLength: operations, maxLength: operations, size: 'max' });
		await fc.assert(fc.asyncProperty(chances, run), { numRuns: 1, endOnFailure: true });
	},
);

it('what was done can be undone and done again after a restart, to the byte', async () => {
	const one = await studio();
	await one.change(set(photo('bag'), 'caption', 'A bag', 'The bag'));
	await one.change(move(['tea'], 'train'));
	const after = await one.text('road/gallery.yaml');
	await one.desk.close();
	const two = await deskOn(one.folder);
	expect(await two.desk.view()).toMatchObject({ canUndo: 'A step', canRedo: undefined });
	await two.desk.undo();
	await two.desk.undo();
	expect(await two.text('road/gallery.yaml')).toBe(road);
	await expect(two.desk.undo()).rejects.toThrow('There is nothing to undo.');
	await two.desk.close();
	const three = await deskOn(one.folder);
	expect((await three.desk.history()).map(({ undone }) => undone)).toEqual([true, true]);
	await three.desk.redo();
	await three.desk.redo();
	expect(await three.text('road/gallery.yaml')).toBe(after);
	await expect(three.desk.redo()).rejects.toThrow('There is nothing to do again.');
});

it('an undo keeps what somebody else has written meanwhile', async () => {
	const one = await studio();
	await one.change(set(photo('bag'), 'caption', 'A bag', 'The bag'));
	await one.change(move(['tea'], 'train'));
	const path = join(one.folder, 'road/gallery.yaml');
	await writeFile(
		path,
		(await one.text('road/gallery.yaml')).replace('title: { en: Train }', 'title: { en: Zug }'),
	);
	expect(await one.desk.undo()).toMatchObject({ done: true });
	expect(await one.desk.undo()).toMatchObject({ done: true });
	expect(diff(road, await one.text('road/gallery.yaml'))).toEqual([
		'-    title: { en: Train }',
		'+    title: { en: Zug }',
	]);
	await one.desk.redo();
	expect(await one.text('road/gallery.yaml')).toContain('caption: The bag');
	await writeFile(path, (await one.text('road/gallery.yaml')).replace('The bag', 'My bag'));
	expect(await one.desk.undo()).toMatchObject({
		done: false,
		conflicts: [{ theirs: 'My bag', yours: 'A bag', base: 'The bag' }],
	});
});

it('a torn last line of the journal is passed over', async () => {
	const one = await studio();
	await one.change(set(photo('bag'), 'caption', 'A bag', 'The bag'));
	await one.desk.close();
	const journal = join(one.folder, '.exhibition/studio/journal.ndjson');
	await writeFile(journal, `${await readFile(journal, 'utf8')}{"n":2,"at":"20`);
	const two = await deskOn(one.folder);
	await two.change(set(photo('tea'), 'alt', 'Tea', 'T'));
	await two.desk.close();
	const three = await deskOn(one.folder);
	expect(await three.desk.history()).toHaveLength(2);
	await three.desk.undo();
	await three.desk.undo();
	expect(await three.text('road/gallery.yaml')).toBe(road);
});

it('earlier versions of a file are kept, and brought back as a step', async () => {
	const one = await studio();
	await one.change(set(photo('bag'), 'caption', 'A bag', 'The bag'));
	await one.change(set(photo('bag'), 'caption', 'The bag', 'My bag'));
	const versions = await one.desk.versions({ kind: 'gallery', gallery: 'road' });
	expect(versions).toMatchObject([
		{ file: 'road/gallery.yaml' },
		{ bytes: Buffer.byteLength(road) },
	]);
	await one.desk.restore(photo('bag'), versions[1]!.version);
	expect(await one.text('road/gallery.yaml')).toBe(road);
	await one.desk.undo();
	expect(await one.text('road/gallery.yaml')).toContain('My bag');
	const gone = one.desk.restore(photo('bag'), '../../../exhibition.yaml');
	await expect(gone).rejects.toThrow('This version is not kept any more.');
});
