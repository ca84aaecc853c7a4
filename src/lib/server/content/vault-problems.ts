import { realpath } from 'node:fs/promises';
import { exists } from './exists.ts';
import { atOrigin } from './galleries.ts';
import { problem, type Problem } from './problems.ts';
import type { Content } from './record.ts';
import { vaultOf } from './vault.ts';

/** Folders that carry what lies in them to somebody else's computers, by the names that their programs give them. */
const synced =
	/^(OneDrive|Dropbox|Google ?Drive|My Drive|CloudStorage|iCloud|Mobile Documents|Yandex\.?Disk|Nextcloud|pCloud|MEGA)\b/i;

/** A vault that is not where it is said to be guards no names; one that is copied elsewhere guards nothing. */
export async function vaultProblems(
	content: Pick<Content, 'root' | 'exhibition' | 'source'>,
): Promise<Problem[]> {
	const vault = vaultOf(content);
	if (!(await exists(vault))) {
		const named = content.exhibition.protection?.vault;
		return named === undefined ? [] : [atProtection(content, 'warning', 'vault', missing(named))];
	}
	const parts = (await realpath(vault)).split(/[\\/]/);
	const service = parts.find((part) => synced.test(part));
	return service ? [atProtection(content, 'warning', 'vault', copied(service))] : [];
}

function missing(named: string): readonly [string, string] {
	return [
		`there is no vault "${named}", so no list of names is looked for`,
		'make the folder, or write its path from the content folder',
	];
}

function copied(service: string): readonly [string, string] {
	return [
		`the vault lies within "${service}", which copies it to other computers`,
		'move it out, and name the new place under `protection: { vault: … }`',
	];
}

export function atProtection(
	{ source }: Pick<Content, 'source'>,
	level: Problem['level'],
	key: string,
	[message, remedy]: readonly [string, string],
): Problem {
	const origin = { source, path: [], file: 'exhibition.yaml' };
	const { file, position } = atOrigin(origin, ['protection', key]);
	return problem(level, file, position, message, remedy);
}
