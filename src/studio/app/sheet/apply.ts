import type { Desk } from '../desk.svelte.ts';
import { operationsOf, type Change } from './change.ts';

/** Writes all of them as one step, and says how many they were. */
export async function applyAll(desk: Desk, changes: readonly Change[]): Promise<void> {
	const { words, source } = desk;
	const step = words.t('step_texts', { count: changes.length });
	const isDone = await desk.change(operationsOf(changes, source), step);
	if (isDone) desk.said = words.t('texts_changed', { count: changes.length });
}
