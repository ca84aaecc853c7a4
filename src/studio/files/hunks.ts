/** A piece of a text that another took the place of. `at` counts in the text before. */
export interface Hunk {
	at: number;
	cut: string;
	put: string;
}

/** What changed from one text to another, in whole lines: a line that moved is cut here and put there. */
export function hunksOf(before: string, after: string): Hunk[] {
	const [a, b] = [linesOf(before), linesOf(after)];
	const starts = [0];
	for (const line of a) starts.push(starts.at(-1)! + line.length);
	const hunks: Hunk[] = [];
	let [i, j] = [0, 0];
	for (const [nextI, nextJ] of [...anchors(a, b), [a.length, b.length] as const]) {
		hunks.push(...between(a.slice(i, nextI), b.slice(j, nextJ), starts[i]!));
		[i, j] = [nextI, nextJ];
	}
	return hunks;
}

/** The hunks that lead back. */
export function reversed(hunks: readonly Hunk[]): Hunk[] {
	let shift = 0;
	return hunks.map(({ at, cut, put }) => {
		const back = { at: at + shift, cut: put, put: cut };
		shift += put.length - cut.length;
		return back;
	});
}

export function applied(text: string, hunks: readonly Hunk[]): string {
	let [result, from] = ['', 0];
	for (const { at, cut, put } of hunks) {
		result += text.slice(from, at) + put;
		from = at + cut.length;
	}
	return result + text.slice(from);
}

function linesOf(text: string): string[] {
	return text === '' ? [] : text.split(/(?<=\n)/);
}

/** Lines that each text has once, in the longest order that both have in common. */
function anchors(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
	const inB = onlyOnce(b);
	const pairs = [...onlyOnce(a)].flatMap(([line, i]) => {
		const j = inB.get(line);
		return j === undefined ? [] : [[i, j] as const];
	});
	return longestRising(pairs);
}

function onlyOnce(lines: readonly string[]): Map<string, number> {
	const places = new Map<string, number>();
	for (const [index, line] of lines.entries()) places.set(line, places.has(line) ? -1 : index);
	return new Map([...places].filter(([, index]) => index >= 0));
}

/** Patience sorting: pairs rise in their first number already. */
function longestRising(pairs: readonly (readonly [number, number])[]) {
	interface Link {
		pair: readonly [number, number];
		before?: Link;
	}
	const piles: Link[] = [];
	for (const pair of pairs) {
		let [low, high] = [0, piles.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (piles[middle]!.pair[1] < pair[1]) low = middle + 1;
			else high = middle;
		}
		piles[low] = { pair, before: piles[low - 1] };
	}
	const found: (readonly [number, number])[] = [];
	for (let link = piles.at(-1); link; link = link.before) found.unshift(link.pair);
	return found;
}

/** One hunk, without the lines that are the same at both ends. */
function between(a: readonly string[], b: readonly string[], start: number): Hunk[] {
	let head = 0;
	while (head < a.length && head < b.length && a[head] === b[head]) head++;
	let tail = 0;
	const room = Math.min(a.length, b.length) - head;
	while (tail < room && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
	const cut = a.slice(head, a.length - tail).join('');
	const put = b.slice(head, b.length - tail).join('');
	if (cut === '' && put === '') return [];
	return [{ at: start + a.slice(0, head).join('').length, cut, put }];
}
