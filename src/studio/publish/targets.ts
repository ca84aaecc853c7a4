import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { suggestion } from '../../lib/server/content/nearest.ts';
import { writeWhole } from '../../lib/server/content/write.ts';
import { ownFolder } from '../../vite/report.ts';
import { Refusal } from '../../vite/refusal.ts';
import type { Target } from '../contract/publish.ts';
import { nameFor, targetFrom, wordsOf } from './target-words.ts';

const o = v.optional;
const text = v.pipe(v.string(), v.minLength(1));
const inFolder = { path: text };

const target = v.variant('kind', [
	v.object({ kind: v.literal('folder'), ...inFolder }),
	v.object({ kind: v.literal('zip'), ...inFolder }),
	v.object({ kind: v.literal('kiosk'), ...inFolder }),
	v.object({ kind: v.literal('git'), repository: text, branch: text }),
	v.object({
		kind: v.literal('sftp'),
		...{ host: text, port: o(v.number()), user: text, path: text, key: o(text) },
	}),
]);

/** There is no room in it for a password. */
const remembered = v.object({
	name: text,
	target,
	/** Of an SFTP host: its key, which it must show again. */
	host_key: o(text),
	/** ISO 8601, UTC; of the last time. */
	published: o(text),
});

const memory = v.object({ version: v.literal(1), targets: v.array(remembered) });

export type Remembered = v.InferOutput<typeof remembered>;

/** Every target of an exhibition, the latest first. */
export async function rememberedTargets(exhibition: string): Promise<readonly Remembered[]> {
	const text = await readFile(fileOf(exhibition), 'utf8').catch(() => undefined);
	if (text === undefined) return [];
	const { success, output } = v.safeParse(memory, parsed(text));
	if (success) return output.targets;
	const message = `${fileOf(exhibition)} is not as it was written`;
	throw new Refusal(message, 'mend it, or remove it and name the targets again', 1);
}

/**
 * The target that is meant by a name, or by what `targetFrom` reads.
 *
 * @throws {Refusal} where it is neither
 */
export async function namedTarget(exhibition: string, text: string, here: string): Promise<Target> {
	const all = await rememberedTargets(exhibition);
	const found = all.find(({ name }) => name === text)?.target ?? targetFrom(text, here);
	if (found) return found;
	const names = all.map(({ name }) => name);
	const forms =
		'/media/x, folder:PATH, zip:FILE, sftp://user@host/path, git:REPO#BRANCH, kiosk:PATH';
	const remedy = names.length > 0 ? suggestion(text, names) : `write one of ${forms}`;
	throw new Refusal(`there is no target "${text}"`, remedy, 2);
}

export async function memoryOf(exhibition: string, target: Target) {
	const all = await rememberedTargets(exhibition);
	return all.find((one) => wordsOf(one.target) === wordsOf(target));
}

/** Keeps a target, with what is new of it, before the others. Returns its name. */
export async function remember(
	exhibition: string,
	target: Target,
	more: Partial<Omit<Remembered, 'target'>> = {},
): Promise<string> {
	const before = await memoryOf(exhibition, target);
	const all = await rememberedTargets(exhibition);
	const others = all.filter((one) => one.name !== before?.name && one.name !== more.name);
	const taken = new Set(others.map(({ name }) => name));
	const name = more.name ?? before?.name ?? freeName(nameFor(target), taken);
	await keep(exhibition, [{ ...before, ...defined(more), name, target }, ...others]);
	return name;
}

/** @throws {Refusal} where none has that name */
export async function forget(exhibition: string, name: string): Promise<void> {
	const all = await rememberedTargets(exhibition);
	const others = all.filter((one) => one.name !== name);
	if (others.length < all.length) return keep(exhibition, others);
	const names = all.map((one) => one.name);
	throw new Refusal(`there is no target "${name}"`, suggestion(name, names), 2);
}

async function keep(exhibition: string, targets: readonly Remembered[]): Promise<void> {
	await ownFolder(exhibition);
	const text = JSON.stringify({ version: 1, targets }, null, '\t');
	await writeWhole(fileOf(exhibition), `${text}\n`, 0o600);
}

function fileOf(exhibition: string): string {
	return join(exhibition, '.exhibition', 'studio', 'targets.json');
}

function freeName(name: string, taken: ReadonlySet<string>): string {
	let [free, count] = [name, 1];
	while (taken.has(free)) free = `${name}-${++count}`;
	return free;
}

function defined<T extends object>(value: T): Partial<T> {
	return Object.fromEntries(
		Object.entries(value).filter(([, one]) => one !== undefined),
	) as Partial<T>;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
