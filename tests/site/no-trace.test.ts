import { createHash } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tracesIn } from '../../src/vite/traces.ts';
import { contentFolder, temporaryFolder } from '../support/folder.ts';
import {
	filesOf,
	galleries,
	idOf,
	mayBeShown,
	today,
	wordsOf,
} from '../support/random-exhibition.ts';
import { buildQuietly, chosen } from '../support/site.ts';

/** As many rooms as a property test tries in dozens of exhibitions. */
const rooms = fc.sample(galleries, { numRuns: 120, seed: 20261124 }).flat();

it('what may not be shown leaves no trace in any file of a site, and all else is there', async () => {
	const files = await filesOf(rooms);
	const exhibition = await contentFolder(files);
	const out = join(await temporaryFolder(), 'build');
	await buildQuietly(chosen(exhibition, out, { asOf: today }));
	const all = rooms.flatMap((room, at) =>
		room.photos.map((photo, index) => {
			const id = idOf(at, index);
			const source = createHash('sha256').update(files[`g${at}/${id}.jpg`]!).digest('hex');
			return { id, room, photo, source, is: mayBeShown(room, photo) };
		}),
	);
	const [shown, held] = [all.filter(({ is }) => is), all.filter(({ is }) => !is)];
	expect(shown.length).toBeGreaterThan(10);
	expect(held.length).toBeGreaterThan(40);
	const traces = async (words: readonly string[]) => (await tracesIn(out, words)).found;
	expect(await traces(held.flatMap(({ id }) => wordsOf(id)))).toEqual([]);
	expect(await traces(all.map(({ source }) => source))).toEqual([]);
	expect(await traces(['SECRET'])).toEqual([]);
	// The address of a withdrawn photo has its id; nothing else has, and no other held one's is anywhere.
	const named = await traces(held.map(({ id }) => id));
	const isBack = ({ room, photo }: (typeof all)[number]) =>
		photo.consent?.status === 'withdrawn' &&
		photo.status === 'published' &&
		room.status === 'published';
	const back = new Set(held.filter(isBack).map(({ id }) => id));
	expect(
		named.filter(
			({ file, text }) => file !== '.nigoh' && !(back.has(text) && file.includes(`/${text}/`)),
		),
	).toEqual([]);
	const found = await traces(shown.flatMap(({ id }) => wordsOf(id)));
	expect(new Set(found.map(({ text }) => text)).size).toBe(shown.length * 3);
}, 300_000);
