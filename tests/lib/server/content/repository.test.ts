import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { examine } from '../../../../src/lib/server/content/examine.ts';
import { repositoryProblems } from '../../../../src/lib/server/content/repository.ts';
import { contentFolder } from '../../../support/folder.ts';

const git = (root: string, ...args: string[]) =>
	execFileSync('git', ['-C', root, ...args], { stdio: 'pipe' });

interface Given {
	kept?: string;
	entry?: string;
	tracked?: boolean;
	remote?: boolean;
	picture?: Buffer;
	ignored?: string;
	sealed?: boolean;
}

async function told({ kept = 'public', entry = '', tracked = true, ...given }: Given) {
	const root = await contentFolder({
		'photos/exhibition.yaml': `format: 1\ntitle: One\nlanguages: [en]\n${kept && `protection: { repository: ${kept} }\n`}`,
		'photos/road/gallery.yaml': `photos:\n  - { file: tea.jpg, alt: Tea, consent: { status: not_needed }${entry} }\n`,
		'photos/road/tea.jpg': true,
		'vault/tea.jpg': true,
		'.gitignore': given.ignored ?? 'vault/\n',
	});
	if (given.picture) await writeFile(join(root, 'photos/road/tea.jpg'), given.picture);
	git(root, 'init', '--quiet');
	if (given.remote) git(root, 'remote', 'add', 'origin', 'https://example.org/x.git');
	if (tracked) git(root, 'add', '.');
	const examined = await examine(join(root, 'photos'), '2026-11-25', 'web');
	const problems = await repositoryProblems(examined, () => Promise.resolve(!!given.sealed));
	return problems.map(({ level, file, line, message }) => `${level} ${file}:${line} ${message}`);
}

const exif = (ifd: Record<string, string>) =>
	sharp({ create: { width: 30, height: 20, channels: 3, background: '#888' } })
		.jpeg()
		.withExif({ IFD0: {}, ...{ IFD3: ifd } })
		.toBuffer();

describe('a public repository', () => {
	it('may hold what is published', async () => expect(await told({})).toEqual([]));

	it.each([
		['a photo that is held back', ', status: draft', /"tea" is held back, and git tracks it/],
		['a note', ', note: ask again', /"tea" has a note/],
		[
			'a redaction that is not sealed',
			`, redact: [{ shape: ellipse, x: 0.1, y: 0.1, w: 0.2, h: 0.2 }]`,
			/is open in its file/,
		],
	])('may not hold %s', async (_name, entry, message) => {
		expect(await told({ entry })).toEqual([expect.stringMatching(message)]);
		expect(await told({ entry, tracked: false })).toEqual([]);
		expect(await told({ entry, kept: 'private' })).toEqual([]);
	});

	it('may hold what is sealed', async () => {
		const entry = ', redact: [{ shape: ellipse, x: 0.1, y: 0.1, w: 0.2, h: 0.2 }]';
		expect(await told({ entry, sealed: true })).toEqual([]);
	});

	it('may not hold a position', async () => {
		const picture = await exif({ GPSLatitudeRef: 'N', GPSLatitude: '38/1 33/1 36/1' });
		expect(await told({ picture })).toEqual([expect.stringMatching(/has a position in it/)]);
	});
});

describe('any repository', () => {
	it('ignores the vault', async () => {
		const line = [expect.stringMatching(/^error exhibition\.yaml:4 git does not ignore the vault/)];
		expect(await told({ ignored: '' })).toEqual(line);
		expect(await told({ ignored: '', kept: 'private' })).toEqual(line);
	});

	it('that can be pushed says which it is', async () => {
		const said = await told({ kept: '', remote: true });
		expect(said).toEqual([expect.stringMatching(/^warning .*private or public/)]);
		expect(await told({ kept: 'private', remote: true })).toEqual([]);
	});

	it('need not be there', async () => {
		const root = await contentFolder({
			'exhibition.yaml':
				'format: 1\ntitle: One\nlanguages: [en]\nprotection: { repository: public }\n',
		});
		await mkdir(join(root, 'road'));
		const examined = await examine(root, '2026-11-25', 'web');
		expect(await repositoryProblems(examined, () => Promise.resolve(false))).toEqual([]);
	});
});
