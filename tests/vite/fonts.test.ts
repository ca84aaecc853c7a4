import { mkdir, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFonts } from '../../src/vite/fonts.ts';
import { faces } from '../../src/vite/typefaces.ts';
import { checkout } from '../support/corpus.ts';
import { temporaryFolder } from '../support/folder.ts';

async function made(): Promise<string> {
	const root = await temporaryFolder();
	await mkdir(join(root, '.svelte-kit'));
	await symlink(join(checkout, 'node_modules'), join(root, 'node_modules'));
	await makeFonts(root);
	return root;
}
const inside = (root: string) => join(root, '.svelte-kit', 'nigoh', 'fonts');

describe('the typefaces', () => {
	it('are a file each, named in the style, and small', async () => {
		const folder = inside(await made());
		const css = await readFile(join(folder, 'fonts.css'), 'utf8');
		const files = (await readdir(folder)).filter((file) => file.endsWith('.woff2'));
		expect(files).toHaveLength(faces.length);
		for (const file of files) {
			expect(css).toContain(`url('./${file}')`);
			expect((await stat(join(folder, file))).size).toBeLessThan(20_000);
			expect((await readFile(join(folder, file))).subarray(0, 4).toString()).toBe('wOF2');
		}
		expect(css).not.toMatch(/https?:/);
	});

	it('are the same bytes each time, and made once', async () => {
		const [one, other] = [inside(await made()), inside(await made())];
		const files = (await readdir(one)).sort();
		expect((await readdir(other)).sort()).toEqual(files);
		for (const file of files) {
			const bytes = await Promise.all([one, other].map((root) => readFile(join(root, file))));
			expect(bytes[0]?.equals(bytes[1]!)).toBe(true);
		}
		const before = (await stat(join(one, files[0]!))).mtimeMs;
		await makeFonts(join(one, '..', '..', '..'));
		expect((await stat(join(one, files[0]!))).mtimeMs).toBe(before);
	});
});
