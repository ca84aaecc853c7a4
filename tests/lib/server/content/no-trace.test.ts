import fc from 'fast-check';
import { expect, it } from 'vitest';
import { examine } from '../../../../src/lib/server/content/examine.ts';
import { publicExhibition } from '../../../../src/lib/server/content/public.ts';
import { contentFolder } from '../../../support/folder.ts';
import {
	filesOf,
	galleries,
	idOf,
	mayBeShown,
	today,
	wordsOf,
} from '../../../support/random-exhibition.ts';
import { picture } from './records.ts';

it('what may not be shown is nowhere in what is published, and all else is there', async () => {
	await fc.assert(
		fc.asyncProperty(galleries, async (all) => {
			const folder = await contentFolder(await filesOf(all));
			const { content, decisions } = await examine(folder, today, 'web');
			const pictures = new Map(content.photos.map(({ id }) => [id, picture]));
			const { withdrawn, ...shown } = publicExhibition(content, decisions, pictures);
			const told = JSON.stringify(shown);
			for (const [at, room] of all.entries()) {
				for (const [index, one] of room.photos.entries()) {
					const id = idOf(at, index);
					const is = mayBeShown(room, one);
					const traces = [id, ...wordsOf(id)].map((word) => told.includes(word));
					expect(traces, `${id}: ${JSON.stringify([one, room.status])}`).toEqual([is, is, is, is]);
				}
			}
			expect(told).not.toMatch(/SECRET/);
			expect(JSON.stringify(withdrawn)).not.toMatch(/Title|Caption|Alt/);
		}),
		{ numRuns: 60 },
	);
}, 120_000);
