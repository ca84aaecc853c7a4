import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../../src/lib/server/content/read.ts';
import { vaultProblems } from '../../../../src/lib/server/content/vault-problems.ts';
import { contentFolder } from '../../../support/folder.ts';
import { told } from './records.ts';

async function problemsOf(protection: string, files: Record<string, string> = {}, at = 'photos') {
	const root = await contentFolder({
		[`${at}/exhibition.yaml`]: `format: 1\ntitle: One\nlanguages: [en]\n${protection}`,
		...files,
	});
	return told(await vaultProblems(await readContent(join(root, at))));
}

describe('the vault', () => {
	it('need not be there, unless it is named', async () => {
		expect(await problemsOf('')).toEqual([]);
		expect(await problemsOf('protection: { vault: ../vualt }\n')).toEqual([
			'warning exhibition.yaml:4:15: there is no vault "../vualt", so no list of names is looked for',
		]);
		expect(await problemsOf('protection: { vault: ../v }\n', { 'v/names.txt': '' })).toEqual([]);
	});

	it.each(['OneDrive - Office', 'Dropbox', 'Google Drive', 'Nextcloud'])(
		'is not safe within %s',
		async (service) => {
			const files = { [`${service}/vault/names.txt`]: '' };
			const [problem] = await problemsOf('', files, `${service}/photos`);
			expect(problem).toMatch(/^warning exhibition.yaml:1:1: the vault lies within/);
		},
	);
});
