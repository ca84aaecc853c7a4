import type { Conflict, Json, Operation, Step } from '../contract/operations.ts';
import { without } from './read.ts';

export type Choice = 'mine' | 'theirs' | 'both';

/** Only texts can be kept both: one below the other. */
export function canKeepBoth({ yours, theirs }: Conflict): boolean {
	return typeof yours === 'string' && typeof theirs === 'string';
}

/**
 * The step again, after somebody has chosen for each conflict. What is theirs goes out of it; what is mine is
 * written over what they wrote, as they wrote it. Undefined: nothing is left of it.
 */
export function resolved(
	step: Step,
	conflicts: readonly Conflict[],
	choices: readonly Choice[],
): Step | undefined {
	const operations = step.operations.flatMap((operation) => {
		const at = conflicts.findIndex((one) => isSame(one.operation, operation));
		const conflict = conflicts[at];
		return conflict ? decided(operation, conflict, choices[at] ?? 'theirs') : [operation];
	});
	return operations.length ? { ...step, operations } : undefined;
}

function isSame(one: Operation, other: Operation): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

function decided(operation: Operation, conflict: Conflict, choice: Choice): Operation[] {
	if (choice === 'theirs') return [];
	const { theirs, yours } = conflict;
	if (operation.do === 'set') {
		const rest = without(without(operation, 'was'), 'value');
		const value = choice === 'both' ? both(theirs, yours) : operation.value;
		return [
			{
				...rest,
				...(theirs === undefined ? {} : { was: theirs }),
				...(value === undefined ? {} : { value }),
			},
		];
	}
	if (operation.do === 'story') {
		const text = choice === 'both' ? String(both(theirs, yours)) : operation.text;
		return [{ ...operation, was: typeof theirs === 'string' ? theirs : undefined, text }];
	}
	return [operation];
}

function both(theirs: Json | undefined, yours: Json | undefined): Json {
	return `${String(theirs ?? '')}\n\n${String(yours ?? '')}`;
}
