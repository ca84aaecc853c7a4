import type { Entry } from './journal.ts';

/** Does it change only what is said, and not what is where? */
export function leavesAll({ deeds, inverse, files, moves }: Entry): boolean {
	if (moves.length > 0 || deeds.length === 0 || files.some(({ before }) => before === null)) {
		return false;
	}
	// What was in the tray has an entry now.
	if (inverse.some(({ do: kind }) => kind === 'take')) return false;
	return deeds.every((deed) => {
		if (deed.do === 'set') {
			const isName = deed.path[0] === 'id' || deed.path[0] === 'ref';
			return ['photo', 'text'].includes(deed.of.kind) && !isName;
		}
		return deed.do === 'move' || deed.do === 'story';
	});
}
