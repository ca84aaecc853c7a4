import { readdirSync, readFileSync } from 'node:fs';

const read = (path: string) => {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
};

/** Proportional memory of a process and all that it started, in MB: of a browser, all of its processes. */
export function pssOf(root: number): number {
	const parents = new Map<number, number>();
	for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
		const [, parent] = /\) \S (\d+)/.exec(read(`/proc/${name}/stat`)) ?? [];
		if (parent !== undefined) parents.set(Number(name), Number(parent));
	}
	const isOurs = (pid: number): boolean => {
		const parent = parents.get(pid);
		return pid === root || (parent !== undefined && parent > 1 && isOurs(parent));
	};
	const kb = [...parents.keys()].filter(isOurs).map((pid) => {
		const [, pss = '0'] = /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`)) ?? [];
		return Number(pss);
	});
	return kb.reduce((sum, one) => sum + one, 0) / 1024;
}
