import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeNew, writeWhole } from '../../../../src/lib/server/content/write.ts';
import { contentFolder, temporaryFolder } from '../../../support/folder.ts';

const permissions = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

describe('a file that is written whole', () => {
	it('appears with its folders, byte for byte', async () => {
		const path = join(await temporaryFolder(), 'deep/er/report.json');
		await writeWhole(path, Buffer.from([0, 255, 10, 13]));
		expect([...(await readFile(path))]).toEqual([0, 255, 10, 13]);
	});

	it('leaves nothing else beside it', async () => {
		const folder = await contentFolder({ 'a.json': 'old' });
		await writeWhole(join(folder, 'a.json'), 'new');
		expect(await readdir(folder)).toEqual(['a.json']);
		expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('new');
	});

	it('is never seen half, by whoever reads meanwhile', async () => {
		const path = join(await temporaryFolder(), 'index.json');
		const texts = ['a', 'b'].map((letter) => letter.repeat(4_000_000));
		await writeWhole(path, texts[0] ?? '');
		let writing = true;
		const writer = (async () => {
			for (let round = 0; round < 12; round++) await writeWhole(path, texts[round % 2] ?? '');
			writing = false;
		})();
		while (writing) expect(texts).toContain(await readFile(path, 'utf8'));
		await writer;
	});

	it.skipIf(process.platform === 'win32')(
		'has the mode asked for, whatever the umask',
		async () => {
			const folder = await temporaryFolder();
			await writeWhole(join(folder, 'key'), 'secret', 0o600);
			await writeWhole(join(folder, 'shared'), 'page', 0o666);
			await writeWhole(join(folder, 'page'), 'page');
			expect(await permissions(join(folder, 'key'))).toBe('600');
			expect(await permissions(join(folder, 'shared'))).toBe('666');
			expect(await permissions(join(folder, 'page'))).toBe('644');
		},
	);

	it('is not written at all where that fails: what was there stays, and no draft remains', async () => {
		const folder = await contentFolder({ 'taken/inside.txt': 'kept' });
		await expect(writeWhole(join(folder, 'taken'), 'new')).rejects.toThrow();
		expect(await readdir(folder)).toEqual(['taken']);
		expect(await readFile(join(folder, 'taken/inside.txt'), 'utf8')).toBe('kept');
	});

	it('says so where a file stands in the way of its folder', async () => {
		const folder = await contentFolder({ file: 'kept' });
		await expect(writeWhole(join(folder, 'file/a.json'), 'new')).rejects.toThrow();
		expect(await readFile(join(folder, 'file'), 'utf8')).toBe('kept');
	});
});

describe('a file that is written only if new', () => {
	it('is written where there is none', async () => {
		const path = join(await temporaryFolder(), 'exhibition.yaml');
		expect(await writeNew(path, 'format: 1\n')).toBe(true);
		expect(await readFile(path, 'utf8')).toBe('format: 1\n');
	});

	it('leaves a curator’s file as it is', async () => {
		const folder = await contentFolder({ 'exhibition.yaml': 'written by hand' });
		await chmod(join(folder, 'exhibition.yaml'), 0o600);
		expect(await writeNew(join(folder, 'exhibition.yaml'), 'format: 1\n')).toBe(false);
		expect(await readFile(join(folder, 'exhibition.yaml'), 'utf8')).toBe('written by hand');
	});

	it('does not take another failure for a file that is there', async () => {
		const folder = await temporaryFolder();
		await mkdir(join(folder, 'sub'));
		await writeFile(join(folder, 'file'), '');
		await expect(writeNew(join(folder, 'nowhere/a'), '')).rejects.toThrow(/ENOENT/);
		await expect(writeNew(join(folder, 'file/a'), '')).rejects.toThrow(/ENOTDIR/);
	});
});
