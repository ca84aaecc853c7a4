import { judge, type Examined } from '../lib/server/content/examine.ts';
import { readContent } from '../lib/server/content/read.ts';
import { sorted } from '../lib/server/content/problems.ts';
import { repositoryProblems } from '../lib/server/content/repository.ts';
import {
	compareTranslations,
	keepLedger,
	staleProblems,
	type Lacking,
} from '../lib/server/content/translation-ledger.ts';
import { vaultProblems } from '../lib/server/content/vault-problems.ts';
import { isSealed } from '../lib/server/images/seal.ts';
import { recordingProblems } from '../lib/server/recordings/recordings.ts';
import type { Options } from './options.ts';

export interface Checked extends Examined {
	/** What there is to translate. */
	lacking: readonly Lacking[];
}

/** Everything that is known of a content folder before a picture is made, with all that is wrong. */
export async function checked(options: Options): Promise<Checked> {
	const { exhibition, asOf, channel, cache, preview } = options;
	const content = await readContent(exhibition, { cache });
	const examined = judge(content, asOf, channel, preview === 'drafts');
	const [first, ...rest] = examined.problems;
	const { lacking, ledger, isNew } = await compareTranslations(examined.content);
	if (isNew) await keepLedger(examined.content.root, ledger);
	const around = [
		...staleProblems(lacking, examined.content.languages[0] ?? 'en'),
		...(await recordingProblems(examined.content)),
		...(await vaultProblems(examined.content)),
		...(await repositoryProblems(examined, isSealed)),
	];
	// In open mode the first says how many photos nobody was asked about.
	const problems = first?.message.startsWith('UNPROTECTED')
		? [first, ...sorted([...rest, ...around])]
		: sorted([...examined.problems, ...around]);
	return { ...examined, problems, lacking };
}
