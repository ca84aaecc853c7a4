import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
	readHeader,
	UnreadablePicture,
} from '../../../../src/lib/server/content/metadata/header.ts';
import { isPicture } from '../../../../src/lib/server/content/tree.ts';
import { reasonOf } from '../../../../src/lib/server/images/failure.ts';
import { safeMaster } from '../../../../src/lib/server/images/master.ts';
import { planPicture } from '../../../../src/lib/server/images/plan.ts';
import { encode } from '../../../../src/lib/server/images/render.ts';
import { corpus, hasCorpus } from '../../../support/corpus.ts';

const folders = ['hard', 'metadata'];
const files = hasCorpus
	? folders.flatMap((folder) =>
			readdirSync(join(corpus, folder), { recursive: true, encoding: 'utf8' })
				.map((name) => join(folder, name))
				.filter(isPicture)
				.sort(),
		)
	: [];

/** Undefined for a picture that was made; else what a curator is told. */
async function attempt(path: string): Promise<string | undefined> {
	const file = join(corpus, path);
	try {
		const { autoOrient: size } = await readHeader(file);
		const wish = { size, maxWidth: 320, redact: [], focal: [0.5, 0.5] as const, crop: true };
		const more = { cover: false, opening: false, card: false, xmp: '', preset: 'fast' as const };
		const { master: plan, jobs } = planPicture(path, { ...wish, ...more }, 'e');
		const master = await safeMaster(file, plan);
		expect([master.width, master.height]).toEqual([plan.width, plan.height]);
		expect(master.data).toHaveLength(plan.width * plan.height * 3);
		for (const job of jobs) expect((await encode(master, job)).length).toBeGreaterThan(50);
		return undefined;
	} catch (error) {
		if (error instanceof UnreadablePicture) return error.message;
		return reasonOf(error as Error);
	}
}

/** Those that must be refused; of the other damaged ones a decoder may make what it can. */
const refused =
	/zero-byte|one-byte|soi-|text\.jpg|page\.jpg|random\.jpg|vector\.jpg|bomb-30000|4759|65500|broken-boxes|header-only/;

describe.skipIf(!hasCorpus)('every file of the corpus', () => {
	it.each(files)(
		'%s becomes a picture, or is refused with a reason',
		{ timeout: 60_000 },
		async (path) => {
			const reason = await attempt(path);
			if (reason !== undefined) expect(reason).toMatch(/^(is|has|cannot|took|ends) .{5,}$/);
			if (refused.test(path)) expect(reason).toBeDefined();
			else if (!/broken|imagetestsuite|huge|xc1n|^hard.pngsuite.x/.test(path))
				expect(reason).toBeUndefined();
		},
	);
});
