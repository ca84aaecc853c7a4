/** What a problem does to a build: stops it, leaves one picture out, or only asks for attention. */
export type Level = 'error' | 'held' | 'warning';

/** A place in a text file; line and column count from 1. */
export interface Position {
	line: number;
	column: number;
}

/** `file` is relative to the content folder, with `/`; a problem of a whole file stands at 1:1. */
export interface Problem extends Position {
	level: Level;
	file: string;
	message: string;
	remedy: string;
}

export const start: Position = { line: 1, column: 1 };

/** Thrown where a curator can mend what is wrong and nothing more can be found out before that. */
export class ContentError extends Error {
	constructor(
		readonly file: string,
		readonly position: Position,
		message: string,
		readonly remedy: string,
	) {
		super(message);
		this.name = 'ContentError';
	}

	get problem(): Problem {
		return problem('error', this.file, this.position, this.message, this.remedy);
	}
}

export function problem(
	level: Level,
	file: string,
	position: Position,
	message: string,
	remedy: string,
): Problem {
	return { level, file, line: position.line, column: position.column, message, remedy };
}

/** By file, then place, then words: the same content gives the same list on every machine. */
export function sorted(problems: readonly Problem[]): Problem[] {
	return [...problems].sort(
		(a, b) =>
			compare(a.file, b.file) ||
			a.line - b.line ||
			a.column - b.column ||
			compare(a.message, b.message),
	);
}

/** By code units: `localeCompare` differs between machines. */
export function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
