import { resolve } from 'node:path';
import type { Problem } from './problems.ts';
import { readText } from './read-file.ts';

/**
 * Real names and places that must never appear; each line of `names.txt` in the vault may give several
 * spellings, side by side. A list that is there and cannot be read protects nobody, so that is an error.
 *
 * @param vault as `protection.vault` gives it: from the content folder
 */
export async function listedNames(
	root: string,
	vault = '../vault',
): Promise<{ names: string[]; problems: Problem[] }> {
	const text = await readText(resolve(root, vault), 'names.txt');
	if (text === undefined) return { names: [], problems: [] };
	if (typeof text !== 'string') {
		return { names: [], problems: [{ ...text.problem, file: `${vault}/names.txt` }] };
	}
	const names = text.split(/[\r\n,;|]/).map((name) => name.trim());
	return { names: names.filter(Boolean), problems: [] };
}
