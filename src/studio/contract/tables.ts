import type { Step } from './operations.ts';

/** Rows of a curator's table, as read: nothing is interpreted yet. */
export interface Table {
	/** The worksheet, or "table 2". */
	name: string;
	header: readonly string[];
	rows: readonly (readonly string[])[];
}

/** Which column is what: `id`, `file`, `number`, or a field and its language, as `caption/tg`; absent: left alone. */
export type Mapping = Readonly<Record<number, string>>;

export interface Difference {
	photo: string;
	/** `caption/tg` */
	field: string;
	was?: string;
	value?: string;
}

export interface Compared {
	differences: readonly Difference[];
	/** Rows whose photo is not known: number of the row from 1, and what it said. */
	unknown: readonly { row: number; text: string }[];
	/** Photos that no row spoke of. */
	missing: readonly string[];
	/** Sentences that forbid the import, as that Tajik letters were lost. */
	refused: readonly string[];
	/** The differences as one step. */
	step: Step;
}
