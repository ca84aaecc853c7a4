import type { Outcome } from '../contract/operations.ts';
import { hunksOf } from './hunks.ts';
import type { FileChange, FileMove } from './journal.ts';
import { own } from './paths.ts';
import { isText, type Stamps } from './scan.ts';
import type { Read } from './store.ts';
import type { Work } from './work.ts';

interface Recorded {
	title: string;
	change: () => Promise<void>;
	final?: string;
}

/**
 * What other code does to the files becomes one step: texts are undone as any step, new files go into the
 * trash. Where a picture was replaced or went, nothing can be undone. Of what is final no word is kept.
 */
export async function record(work: Work, { title, change, final }: Recorded): Promise<Outcome> {
	await work.look();
	const [stamps, texts] = [work.eyes.stamps, await textsOf(work)];
	let isErased: boolean;
	try {
		await change();
	} finally {
		isErased = !(await work.journal.isStill());
		await work.anew();
	}
	const n = work.journal.nextNumber();
	const now = work.eyes.stamps;
	const isLost = [...stamps].some(([file, stamp]) => !isText(file) && stamp !== now.get(file));
	// Somebody withdrew a picture meanwhile: what it said would be among what changed.
	const otherwise = isErased ? 'the history was erased meanwhile' : undefined;
	const why = final ?? otherwise ?? (isLost ? 'pictures were replaced or removed' : undefined);
	const files = why === undefined ? changes(texts, await textsOf(work)) : [];
	const moves = why === undefined ? added(stamps, now, n) : [];
	const entry = {
		n,
		at: new Date().toISOString(),
		title,
		kind: 'step',
		deeds: [],
		inverse: [],
	} as const;
	const whole = { ...entry, files, moves, ...(why === undefined ? {} : { final: why }) };
	await work.journal.begin(whole);
	await work.journal.done(whole);
	return { done: true, revision: work.revision, alsoOutside: [] };
}

async function textsOf({ eyes, store }: Work): Promise<Map<string, Read | undefined>> {
	const files = [...eyes.stamps.keys()].filter(isText);
	return new Map(
		await Promise.all(files.map(async (file) => [file, await store.read(file)] as const)),
	);
}

type Texts = ReadonlyMap<string, Read | undefined>;

function changes(before: Texts, after: Texts): FileChange[] {
	const all = [...new Set([...before.keys(), ...after.keys()])];
	return all.flatMap((file) => {
		const [a, b] = [before.get(file), after.get(file)];
		if (a?.sha === b?.sha) return [];
		const hunks = hunksOf(a?.text ?? '', b?.text ?? '');
		return [{ file, before: a?.sha ?? null, after: b?.sha ?? null, hunks }];
	});
}

/** As if they had come out of the trash: undone, they go there. */
function added(before: Stamps, after: Stamps, n: number): FileMove[] {
	const files = [...after.keys()].filter((file) => !isText(file) && !before.has(file));
	return files.map((file) => ({ from: `${own}/trash/${n}/${file}`, to: file }));
}
