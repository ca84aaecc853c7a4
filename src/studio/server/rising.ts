import type { Outcome } from '../contract/operations.ts';
import type { Desk } from './desk.ts';

/**
 * A desk counts its revisions from the beginning each time it is opened. A window passes over what seems older than
 * what it shows, so they are counted on from the moment of opening.
 *
 * @param base milliseconds: no desk makes a thousand revisions a second
 */
export function rising(desk: Desk, base = Date.now()): Desk {
	const raised = async (outcome: Promise<Outcome>): Promise<Outcome> => {
		const result = await outcome;
		return result.done ? { ...result, revision: base + result.revision } : result;
	};
	return {
		async view() {
			const view = await desk.view();
			return { ...view, revision: base + view.revision };
		},
		change: (step) => raised(desk.change(step)),
		undo: () => raised(desk.undo()),
		redo: () => raised(desk.redo()),
		history: () => desk.history(),
		versions: (of) => desk.versions(of),
		restore: (of, version) => raised(desk.restore(of, version)),
		record: (title, change, final) => raised(desk.record(title, change, final)),
		watch: (listener) => desk.watch(listener),
		close: () => desk.close(),
	};
}
