import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exists } from '../../src/lib/server/content/exists.ts';
import { problem, start } from '../../src/lib/server/content/problems.ts';
import { filesIn } from '../../src/vite/made.ts';
import { emptyReport, ownFolder, writeReport } from '../../src/vite/report.ts';
import { temporaryFolder } from '../support/folder.ts';

describe("the program's own folder", () => {
	it('is passed over by git', async () => {
		const own = await ownFolder(await temporaryFolder());
		expect(await readFile(join(own, '.gitignore'), 'utf8')).toBe('*\n');
	});

	it('may be asked for again, and keeps what a curator wrote there', async () => {
		const exhibition = await temporaryFolder();
		const own = await ownFolder(exhibition);
		await writeFile(join(own, '.gitignore'), 'cache\n');
		expect(await ownFolder(exhibition)).toBe(own);
		expect(await readFile(join(own, '.gitignore'), 'utf8')).toBe('cache\n');
	});

	it('does not bring back a content folder that vanished', async () => {
		const exhibition = join(await temporaryFolder(), 'vanished');
		await expect(ownFolder(exhibition)).rejects.toMatchObject({ code: 'ENOENT' });
		await expect(writeReport(exhibition, emptyReport('2026-11-24'))).rejects.toThrow();
		expect(await exists(exhibition)).toBe(false);
	});
});

describe('a report', () => {
	const problems = [problem('held', 'road/tea.jpg', start, 'ба нашр намеравад', 'мунтазир шавед')];

	it('is read back as it was written, and the next takes its place', async () => {
		const exhibition = await temporaryFolder();
		const path = join(exhibition, '.exhibition', 'report.json');
		const long = { ...emptyReport('2026-11-24'), problems: Array(50).fill(problems).flat() };
		for (const report of [long, { ...emptyReport('2026-11-25'), problems }]) {
			await writeReport(exhibition, report);
			expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(report);
		}
		expect(await filesIn(exhibition)).toEqual([
			'.exhibition/.gitignore',
			'.exhibition/report.json',
		]);
	});

	it('begins with nothing done, and shares nothing with another', () => {
		const report = emptyReport('2026-11-24');
		report.photos.held.push({ id: 'tea', reason: 'draft' });
		report.seconds.check = 3;
		const next = emptyReport('2026-11-24');
		expect(next.photos).toEqual({ published: 0, held: [], left_out: [] });
		expect(next.seconds.check).toBe(0);
		expect(next).toMatchObject({ version: 1, as_of: '2026-11-24', next_due: null, problems: [] });
	});
});
