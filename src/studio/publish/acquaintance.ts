import type { Target } from '../contract/publish.ts';
import type { Chosen } from './settings.ts';
import type { Acquaintance } from './sftp-session.ts';
import { memoryOf } from './targets.ts';

/**
 * What is known of a target's host, for all that one publication does: a host that is seen for the
 * first time must be the same one the second time, and nobody is asked for a secret twice.
 */
export async function acquaintanceOf(
	folder: string,
	target: Target,
	{ ask, knownHosts }: Chosen,
): Promise<Acquaintance & { newHost?: string }> {
	const known: Acquaintance & { newHost?: string } = {
		hostKey: (await memoryOf(folder, target))?.host_key,
		knownHosts,
		onNewHost: (key, print) => {
			known.hostKey = key;
			known.newHost = print;
		},
		ask: ask && once(ask),
	};
	return known;
}

function once(ask: NonNullable<Chosen['ask']>): NonNullable<Chosen['ask']> {
	const answers = new Map<string, ReturnType<typeof ask>>();
	return (question, what) => {
		const answer = answers.get(question) ?? ask(question, what);
		answers.set(question, answer);
		return answer;
	};
}
