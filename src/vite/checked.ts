import { examine, type Examined } from '../lib/server/content/examine.ts';
import { sorted } from '../lib/server/content/problems.ts';
import { repositoryProblems } from '../lib/server/content/repository.ts';
import { vaultProblems } from '../lib/server/content/vault-problems.ts';
import { isSealed } from '../lib/server/images/seal.ts';
import { recordingProblems } from '../lib/server/recordings/recordings.ts';
import type { Options } from './options.ts';

/** Everything that is known of a content folder before a picture is made, with all that is wrong. */
export async function checked({ exhibition, asOf, channel, cache }: Options): Promise<Examined> {
	const examined = await examine(exhibition, asOf, channel, cache);
	const [first, ...rest] = examined.problems;
	const around = [
		...(await recordingProblems(examined.content)),
		...(await vaultProblems(examined.content)),
		...(await repositoryProblems(examined, isSealed)),
	];
	// In open mode the first says how many photos nobody was asked about.
	const problems = first?.message.startsWith('UNPROTECTED')
		? [first, ...sorted([...rest, ...around])]
		: sorted([...examined.problems, ...around]);
	return { ...examined, problems };
}
