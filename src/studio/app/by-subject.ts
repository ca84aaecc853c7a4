import { keyOf, type Draft } from './drafts.svelte.ts';

/** Unwritten input by the photo, gallery or story that it is of. */
export function bySubject(drafts: readonly Draft[]): Draft[][] {
	const groups = new Map<string, Draft[]>();
	for (const draft of drafts) {
		const { operation } = draft;
		const key = operation.do === 'set' ? JSON.stringify(operation.of) : keyOf(operation);
		groups.set(key, [...(groups.get(key) ?? []), draft]);
	}
	return [...groups.values()];
}
