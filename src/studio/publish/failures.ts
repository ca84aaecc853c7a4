import { Refusal } from '../../vite/refusal.ts';
import { systemRefusal } from '../../vite/system-error.ts';

/**
 * A failure while a site was on its way, with what is there now and how to go on; a mistake of ours
 * keeps its stack.
 */
export function halfWay(error: unknown, done: number, of: number): unknown {
	const known = error instanceof Refusal ? error : (systemRefusal(error) ?? undefined);
	if (!known || done === 0) return known ?? error;
	const goOn =
		'publish again: it goes on from there, and until then the pages that are up keep their pictures';
	return new Refusal(
		`${known.message}, after ${done} of ${of} steps`,
		`${known.remedy}, then ${goOn}`,
		known.exitCode,
	);
}
