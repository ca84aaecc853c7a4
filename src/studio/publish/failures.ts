import { Refusal } from '../../vite/refusal.ts';
import { systemRefusal } from '../../vite/system-error.ts';

/** The remedy for what the next time may mend by itself. */
export const again = 'publish again';

/**
 * A failure while a site was on its way, with what is there now and how to go on; a mistake of ours
 * keeps its stack.
 */
export function halfWay(error: unknown, done: number, of: number): unknown {
	const known = error instanceof Refusal ? error : (systemRefusal(error) ?? undefined);
	if (!known || done === 0) return known ?? error;
	const first = known.remedy.replace(/ and run the command again.*/, '');
	const lead = first === again ? '' : `${first}, then `;
	const goOn = `${again}: it goes on from there, and the pages that are up keep their pictures`;
	const message = `${known.message}, after ${done} of ${of} steps`;
	return new Refusal(message, `${lead}${goOn}`, known.exitCode);
}
