import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Process {
	pid: number;
	parent: number;
	args: string[];
}

/** All processes of this device; none where the system does not tell as Linux does. */
export async function processes(proc = '/proc'): Promise<Process[]> {
	const names = await readdir(proc).catch(() => []);
	const pids = names.filter((name) => /^\d+$/.test(name));
	const read = await Promise.all(pids.map((pid) => readProcess(proc, pid)));
	return read.filter((one) => one !== undefined);
}

async function readProcess(proc: string, pid: string): Promise<Process | undefined> {
	try {
		const [stat, args] = await Promise.all(
			['stat', 'cmdline'].map((name) => readFile(join(proc, pid, name), 'utf8')),
		);
		// The name, in brackets, may itself have brackets and spaces.
		const [, parent] = stat!.slice(stat!.lastIndexOf(')') + 2).split(' ');
		// Chromium writes the arguments of its children anew, with spaces between them.
		return { pid: Number(pid), parent: Number(parent), args: args!.split('\0') };
	} catch {
		return undefined;
	}
}

/** The browser of this profile with all that it has started, the browser first. */
export function browserOf(all: readonly Process[], profile: string): Process[] {
	const main = all.filter(
		({ args }) =>
			args.includes(`--user-data-dir=${profile}`) && !args.some((arg) => arg.startsWith('--type=')),
	);
	const family = new Set(main);
	for (let size = 0; size !== family.size;) {
		size = family.size;
		const pids = new Set([...family].map(({ pid }) => pid));
		for (const one of all) if (pids.has(one.parent)) family.add(one);
	}
	return [...family];
}

/**
 * Proportional set size of these, in MB: what is shared is counted once. undefined where the system
 * does not tell of the first, the browser itself; what it hides of others is left out.
 */
export async function pssOf(
	family: readonly Process[],
	proc = '/proc',
): Promise<number | undefined> {
	const sizes = await Promise.all(
		family.map(async ({ pid }) => {
			const file = join(proc, String(pid), 'smaps_rollup');
			const text = await readFile(file, 'utf8').catch(() => '');
			const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(text) ?? [];
			return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
		}),
	);
	if (sizes[0] === undefined) return undefined;
	return Math.round(sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0));
}
