import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exists } from '../../src/lib/server/content/exists.ts';
import { filesIn, listName } from '../../src/vite/made.ts';
import { beside, finishSwap, swap } from '../../src/vite/swap.ts';
import { fill, temporaryFolder } from '../support/folder.ts';

type Site = 'old' | 'new';

/** What a process that died has left: which site lies in OUT, and what beside it. */
interface Left {
	out?: Site;
	old?: boolean;
	/** The list is the last file of a site: one without is not whole. */
	staging?: 'whole' | 'part';
}

async function layOut({ out: site, old, staging }: Left): Promise<string> {
	const out = join(await temporaryFolder(), 'build');
	if (site) await fill(out, siteOf(site));
	if (old) await fill(beside(out).old, siteOf('old'));
	if (staging === 'whole') await fill(beside(out).staging, siteOf('new'));
	if (staging === 'part') await fill(beside(out).staging, { 'index.html': 'half a pa' });
	return out;
}

function siteOf(site: Site): Record<string, string> {
	const page = `${site}/index.html`;
	return { 'index.html': site, [page]: site, [listName]: `index.html\n${page}\n` };
}

async function expectSite(out: string, site: Site | undefined): Promise<void> {
	expect(await filesIn(out)).toEqual(site ? Object.keys(siteOf(site)).sort() : []);
	if (site) expect(await readFile(join(out, 'index.html'), 'utf8')).toBe(site);
	expect(await exists(out)).toBe(site !== undefined);
	expect(await exists(beside(out).old)).toBe(false);
	expect(await exists(beside(out).staging)).toBe(false);
}

/** Every state that there can be: OUT there or not, with or without either folder beside it. */
const table: [name: string, left: Left, site: Site | undefined][] = [
	['before anything was built', {}, undefined],
	['in the pages of the first build', { staging: 'part' }, undefined],
	['at the end of the first build', { staging: 'whole' }, undefined],
	['when no build ran', { out: 'old' }, 'old'],
	['in the pages', { out: 'old', staging: 'part' }, 'old'],
	['between the pages and the swap', { out: 'old', staging: 'whole' }, 'old'],
	['between the two renames', { old: true, staging: 'whole' }, 'new'],
	['between the renames, and the new site lost files', { old: true, staging: 'part' }, 'old'],
	['between the renames, and the new site was removed', { old: true }, 'old'],
	['while the old site was removed', { out: 'new', old: true }, 'new'],
	['there, and the next one in its pages', { out: 'new', old: true, staging: 'part' }, 'new'],
	['there, and the next one at its end', { out: 'new', old: true, staging: 'whole' }, 'new'],
];

describe('a build that broke off', () => {
	it.each(table)('%s', async (_name, left, site) => {
		const out = await layOut(left);
		await finishSwap(out);
		await expectSite(out, site);
		// Once more changes nothing.
		await finishSwap(out);
		await expectSite(out, site);
	});

	it('leaves its neighbours alone', async () => {
		const out = await layOut({ out: 'new', old: true, staging: 'part' });
		await fill(`${out}-of-last-year`, { 'index.html': 'kept' });
		await fill(join(out, '..', 'build.nigoh-older'), { 'index.html': 'kept' });
		await finishSwap(out);
		expect(await filesIn(`${out}-of-last-year`)).toEqual(['index.html']);
		expect(await filesIn(join(out, '..', 'build.nigoh-older'))).toEqual(['index.html']);
	});
});

describe('a swap', () => {
	it('puts the first site in its place', async () => {
		const out = await layOut({ staging: 'whole' });
		await swap(out);
		await expectSite(out, 'new');
	});

	it('replaces a site, with nothing left of it', async () => {
		const out = await layOut({ out: 'old', staging: 'whole' });
		await swap(out);
		await expectSite(out, 'new');
	});

	it('without a new site can be undone', async () => {
		const out = await layOut({ out: 'old' });
		await expect(swap(out)).rejects.toMatchObject({ code: 'ENOENT' });
		await finishSwap(out);
		await expectSite(out, 'old');
	});

	it('needs no other disk: both folders lie in that of OUT', () => {
		const { staging, old } = beside('/srv/www/build');
		expect(join(staging, '..')).toBe(join('/srv/www'));
		expect(join(old, '..')).toBe(join('/srv/www'));
		expect(staging).not.toBe(old);
	});
});
