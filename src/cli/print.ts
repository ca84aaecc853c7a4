import { join, relative } from 'node:path';
import { ContentError, type Problem } from '../lib/server/content/problems.ts';
import { Refusal } from '../vite/refusal.ts';
import { systemRefusal } from '../vite/system-error.ts';

/** `file:line:column: level: what is wrong; what to do`, the file as seen from here. */
export function sentence(problem: Problem, root: string): string {
	const { level, message, remedy } = problem;
	return `${place(problem, root)}: ${level}: ${message}; ${remedy}`;
}

/** `file:line:column`, the file as seen from here. */
export function place(
	{ file, line, column }: Pick<Problem, 'file' | 'line' | 'column'>,
	root: string,
): string {
	// npm runs in the project's folder, and tells where the person is.
	const from = process.env.INIT_CWD ?? process.cwd();
	const here = root ? relative(from, join(root, file)) || '.' : file;
	return `${here}:${line}:${column}`;
}

/** What a person can mend, as a sentence; undefined for a mistake of ours. */
export function explained(error: unknown): string | undefined {
	const known = systemRefusal(error) ?? error;
	if (known instanceof Refusal) return `${known.message}: ${known.remedy}`;
	return known instanceof ContentError ? sentence(known.problem, '') : undefined;
}

export function printProblems(problems: readonly Problem[], root: string): void {
	for (const problem of problems) console.error(sentence(problem, root));
}

/** Such as "1 error, 3 held back, 2 warnings". */
export function summary(problems: readonly Problem[]): string {
	const count = (level: Problem['level']) =>
		problems.filter((problem) => problem.level === level).length;
	const [errors, held, warnings] = [count('error'), count('held'), count('warning')];
	return `${plural(errors, 'error')}, ${held} held back, ${plural(warnings, 'warning')}`;
}

export function plural(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
