import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	readMetadata,
	UnreadablePicture,
} from '../../../../../src/lib/server/content/metadata/read.ts';
import { corpus, hasCorpus } from '../../../../support/corpus.ts';
import { contentFolder } from '../../../../support/folder.ts';

describe.skipIf(!hasCorpus)('a spoilt file', () => {
	it.each([
		['IMG_5910.jpg', 300],
		['derived/private-all.tif', 100],
		['derived/private-all.webp', 100],
	])(
		'%s is read or refused, wherever bytes change',
		async (name, numRuns) => {
			const whole = await readFile(join(corpus, 'metadata', name));
			const folder = await contentFolder({ 'a.jpg': whole });
			const change = fc.tuple(
				fc.nat({ max: Math.min(whole.length, 60_000) - 1 }),
				fc.nat({ max: 255 }),
			);
			await fc.assert(
				fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
					const spoilt = Buffer.from(whole);
					for (const [at, byte] of changes) spoilt[at] = byte;
					await writeFile(join(folder, 'a.jpg'), spoilt);
					const read = await readMetadata(join(folder, 'a.jpg'), []).catch((error) => error);
					if (read instanceof Error) expect(read).toBeInstanceOf(UnreadablePicture);
				}),
				{ numRuns, seed: 20161103 },
			);
		},
		60_000,
	);
});
