import { basename } from 'node:path';
import { draftEntry } from '../../../lib/server/content/draft-entry.ts';
import { hashFile } from '../../../lib/server/content/hash.ts';
import { readHeader } from '../../../lib/server/content/metadata/header.ts';
import { privateMetadata } from '../../../lib/server/content/metadata/private.ts';
import { readMetadata } from '../../../lib/server/content/metadata/read.ts';
import { safeMaster } from '../../../lib/server/images/master.ts';
import type { Json } from '../../contract/operations.ts';
import { lookOf } from './look.ts';
import { within } from './size.ts';
import type { Examined, ExamineTask } from './tasks.ts';

/** Enough to see how it looks; and all of the file must be readable for it. */
const small = 160;

/** @throws {UnreadablePicture} or sharp's error, where it is no picture that can be shown */
export async function examine({ file, languages }: ExamineTask): Promise<Examined> {
	const { embedded } = await readMetadata(file, []);
	const { width, height } = embedded;
	const master = await safeMaster(file, { ...within({ width, height }, small), redact: [] });
	return {
		hash: await hashFile(file),
		...{ width, height },
		removed: await privateMetadata(file),
		entry: draftEntry(basename(file), embedded, languages) as { [key: string]: Json },
		rating: ratingIn((await readHeader(file)).xmp),
		look: await lookOf(master),
	};
}

/** Stars, as Lightroom and digiKam write them: `xmp:Rating`, -1 is "rejected". */
function ratingIn(packet: Buffer | undefined): number | undefined {
	const [, stars] =
		/\bxmp:Rating(?:\s*=\s*["']|>)\s*(-?[0-5])\b/.exec(packet?.toString() ?? '') ?? [];
	return stars === undefined ? undefined : Number(stars);
}
