import type { Hanging } from '../../contract/view.ts';

/** What hangs under one heading, in hanging order. */
export interface Run {
	/** Its section; absent: it hangs before any. */
	section?: string;
	/** Differs from all others on this wall: a section may come twice. */
	key: string;
	hangings: readonly Hanging[];
}

/** The section of each hanging: what names none stays in that of the one before it. */
export function sectionsOf(hangings: readonly Hanging[]): (string | undefined)[] {
	let current: string | undefined;
	return hangings.map(({ section }) => (current = section ?? current));
}

/** A wall as its headings part it. Sections that nothing hangs in come last, so that something can be hung there. */
export function runsOf(hangings: readonly Hanging[], sections: readonly string[]): Run[] {
	const runs: { section?: string; key: string; hangings: Hanging[] }[] = [];
	const belongs = sectionsOf(hangings);
	for (const [at, hanging] of hangings.entries()) {
		const section = belongs[at];
		const last = runs.at(-1);
		if (last && last.section === section) last.hangings.push(hanging);
		else runs.push({ section, key: keyOf(runs, section), hangings: [hanging] });
	}
	const empty = sections.filter((section) => !belongs.includes(section));
	return [...runs, ...empty.map((section) => ({ section, key: section, hangings: [] }))];
}

function keyOf(runs: readonly Run[], section = ''): string {
	const times = runs.filter((one) => (one.section ?? '') === section).length;
	return times === 0 ? section : `${section}/${times + 1}`;
}

export function placesOf(hangings: readonly Hanging[]): ReadonlyMap<string, number> {
	return new Map(hangings.map(({ key }, at) => [key, at + 1]));
}
