import type { Deed } from '../journal.ts';
import type { Plan } from '../plan.ts';
import { insert, move, takeOut } from './hang.ts';
import { rehome } from './rehome.ts';
import { bringBack, remove } from './remove.ts';
import { set } from './set.ts';
import { story } from './story.ts';

/** Plans one operation. */
export function apply(plan: Plan, deed: Deed): Promise<void> {
	switch (deed.do) {
		case 'set':
			return set(plan, deed);
		case 'move':
			return move(plan, deed);
		case 'insert':
			return insert(plan, deed);
		case 'take':
			return takeOut(plan, deed);
		case 'rehome':
			return rehome(plan, deed);
		case 'remove':
			return remove(plan, deed);
		case 'story':
			return story(plan, deed);
		case 'return':
			return bringBack(plan, deed);
	}
}
