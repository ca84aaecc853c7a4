import type { Examined } from '../../lib/server/content/examine.ts';
import type { Problem as Found } from '../../lib/server/content/problems.ts';
import { Refusal } from '../../vite/refusal.ts';
import { systemRefusal } from '../../vite/system-error.ts';
import type { Review } from '../contract/publish.ts';
import type { Problem } from '../contract/view.ts';

type Judged = Pick<Examined, 'decisions' | 'problems'>;

/**
 * What publishing would change for the public, and what stands against it. What is held back is a
 * warning: it stays where it is.
 *
 * @param there ids of the photos that the target has
 */
export function compared({ decisions, problems }: Judged, there: ReadonlySet<string>): Review {
	const shown = [...decisions.photos].filter(([, one]) => one.published).map(([id]) => id);
	const stays = new Set(shown);
	return {
		errors: problems.filter(({ level }) => level === 'error').map(toDesk),
		warnings: problems.filter(({ level }) => level !== 'error').map(toDesk),
		newlyPublic: shown.filter((id) => !there.has(id)),
		noLongerPublic: [...there].filter((id) => !stays.has(id)).sort(),
	};
}

/** A target that cannot be asked blocks publishing like any other error. */
export function unreachable(judged: Judged, error: unknown): Review {
	const known = systemRefusal(error) ?? error;
	if (!(known instanceof Refusal)) throw error;
	const { message, remedy } = known;
	const review = compared(judged, new Set());
	const errors: Problem[] = [...review.errors, { level: 'error', file: '.', message, remedy }];
	return { ...review, errors, newlyPublic: [] };
}

function toDesk({ level, file, line, message, remedy }: Found): Problem {
	return { level: level === 'error' ? 'error' : 'warning', file, line, message, remedy };
}
