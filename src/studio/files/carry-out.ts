import { shaOf } from './disk.ts';
import { applied, reversed } from './hunks.ts';
import type { Entry, FileChange, FileMove, Journal } from './journal.ts';
import type { Store } from './store.ts';
import { StudioRefusal } from './studio-refusal.ts';

interface Tools {
	store: Store;
	journal: Journal;
}

/**
 * Does what an entry says: all of it or, where it cannot be ended, nothing.
 *
 * @returns false: a file was changed beside us since it was read, or the journal erased, so nothing was done
 */
export async function carryOut(entry: Entry, tools: Tools): Promise<boolean> {
	if (!(await tools.journal.begin(entry))) return false;
	const isDone = await advance(entry, tools).catch(async (error) => {
		// What cannot be taken back now, as on a full disk, is tried again before the next step.
		await rollBack(entry, tools).catch(() => tools.journal.open.push(entry));
		throw error;
	});
	if (isDone) await tools.journal.done(entry);
	else await rollBack(entry, tools);
	return isDone;
}

/**
 * What was begun and not ended, as after a power cut or on a full disk: it is taken back, since nobody was
 * told that it is done. Where only the mark is missing, it is done.
 */
export async function settle(tools: Tools): Promise<void> {
	const { open } = tools.journal;
	for (const entry of [...open]) {
		if (await isUntouched(entry, tools.store)) await tools.journal.done(entry);
		else await rollBack(entry, tools);
		open.splice(open.indexOf(entry), 1);
	}
}

async function advance({ files, moves }: Entry, { store }: Tools): Promise<boolean> {
	for (const change of files) if (!(await lead(change, store))) return false;
	for (const move of moves) await go(move, store);
	return true;
}

async function rollBack(entry: Entry, { store, journal }: Tools): Promise<void> {
	for (const { from, to } of entry.moves.toReversed()) {
		if (await isMoved({ from, to }, store)) await store.move({ from: to, to: from });
	}
	for (const change of entry.files) {
		if ((await store.shaOf(change.file)) === change.after) await lead(back(change), store);
	}
	await journal.failed(entry);
}

/** One file from what it was to what it becomes; nothing where it is that already. */
async function lead({ file, before, after, hunks }: FileChange, store: Store): Promise<boolean> {
	const read = await store.read(file);
	const sha = read?.sha ?? null;
	if (sha === after) return true;
	if (sha !== before) return false;
	const text = after === null ? null : applied(read?.text ?? '', hunks);
	if (text !== null && shaOf(text) !== after)
		throw new Error(`the journal does not lead to ${file}`);
	return store.write(file, before, text);
}

export function back({ file, before, after, hunks }: FileChange): FileChange {
	return { file, before: after, after: before, hunks: reversed(hunks) };
}

async function go(move: FileMove, store: Store): Promise<void> {
	if (await isMoved(move, store)) return;
	if (!(await store.has(move.from))) {
		throw new StudioRefusal(`${move.from} is not there any more.`, 'look where it went', move.from);
	}
	await store.move(move);
}

async function isMoved({ from, to }: FileMove, store: Store): Promise<boolean> {
	return !(await store.has(from)) && store.has(to);
}

/** Can an entry be taken back to the byte: is everything still as it left it? */
export async function isUntouched({ files, moves }: Entry, store: Store): Promise<boolean> {
	for (const { file, after } of files) if ((await store.shaOf(file)) !== after) return false;
	for (const move of moves) if (!(await isMoved(move, store))) return false;
	return true;
}
