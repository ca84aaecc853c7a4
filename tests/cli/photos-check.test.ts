import { chmod, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/lib/server/content/problems.ts';
import { exists } from '../../src/lib/server/content/exists.ts';
import { filesIn } from '../../src/vite/made.ts';
import { asNobody, run } from '../support/command.ts';
import { contentFolder, temporaryFolder } from '../support/folder.ts';

const isRoot = process.getuid?.() === 0;
const given = (more: string) => `{ status: given, given_on: 2026-01-01, ${more} }`;
const entry = (file: string, consent: string) =>
	`  - { file: ${file}.jpg, alt: seen, consent: ${consent} }\n`;

const exhibition = {
	'exhibition.yaml': 'format: 1\ntitle: { en: A }\nlanguages: [en]\ngalleries: [road]\n',
	'road/gallery.yaml': `title: { en: Road }\nphotos:\n${entry('tea', '{ status: not_needed }')}${entry('web', given('scope: [web], expires_on: 2027-03-01'))}${entry('hall', given('scope: [kiosk]'))}${entry('refused', '{ status: refused }')}`,
	'road/tea.jpg': true,
	'road/web.jpg': true,
	'road/hall.jpg': true,
	'road/refused.jpg': true,
} as const;

interface Checked {
	as_of: string;
	published: number;
	next_due: string | null;
	problems: Problem[];
}

function check(folder: string, ...flags: string[]) {
	return run(['photos:check', '--exhibition', folder, '--as-of', '2026-11-24', ...flags]);
}

async function checkJson(folder: string, ...flags: string[]) {
	const { code, stdout, stderr } = await check(folder, '--json', ...flags);
	// A program reads one value and nothing else.
	expect(stderr).toBe('');
	return { code, ...(JSON.parse(stdout) as Checked) };
}

describe('photos:check --json', () => {
	it('tells programs the day, the count, the next change and every problem', async () => {
		const folder = await contentFolder(exhibition);
		const { code, ...checked } = await checkJson(folder);
		expect(code).toBe(0);
		expect(Object.keys(checked)).toEqual(['as_of', 'published', 'next_due', 'problems']);
		// The last day of the consent is the last day of the picture.
		expect(checked).toMatchObject({ as_of: '2026-11-24', published: 2, next_due: '2027-03-02' });
		const held = checked.problems.filter(({ level }) => level === 'held');
		expect(held.map(({ file, line }) => `${file}:${line}`)).toEqual([
			'road/gallery.yaml:5',
			'road/gallery.yaml:6',
		]);
		for (const problem of checked.problems) {
			expect(problem).toEqual({
				level: expect.stringMatching(/^(error|held|warning)$/),
				file: expect.stringMatching(/^(exhibition|road\/gallery)\.yaml$/),
				line: expect.any(Number),
				column: expect.any(Number),
				message: expect.stringMatching(/./),
				remedy: expect.stringMatching(/./),
			});
		}
	});

	it('judges for another day and for the hall', async () => {
		const folder = await contentFolder(exhibition);
		const later = await checkJson(folder, '--as-of', '2027-03-02');
		expect(later).toMatchObject({ as_of: '2027-03-02', published: 1 });
		const held = (problems: Problem[], id: string) =>
			problems.some(({ level, message }) => level === 'held' && message.startsWith(`"${id}"`));
		expect(held((await checkJson(folder)).problems, 'hall')).toBe(true);
		const { problems } = await checkJson(folder, '--kiosk');
		expect(held(problems, 'hall')).toBe(false);
		expect(held(problems, 'web')).toBe(true);
	});

	it('fails where something is wrong, and says what in the same shape', async () => {
		const folder = await contentFolder(exhibition);
		await rm(join(folder, 'road', 'tea.jpg'));
		const { code, problems } = await checkJson(folder);
		expect(code).toBe(1);
		expect(problems.filter(({ level }) => level === 'error')).toMatchObject([
			{ file: 'road/gallery.yaml', line: 3, message: expect.stringContaining('tea.jpg') },
		]);
	});

	it('has no next change where none is due', async () => {
		const folder = await contentFolder({ 'road/tea.jpg': true });
		expect(await checkJson(folder)).toMatchObject({ code: 0, published: 1, next_due: null });
	});
});

describe('photos:check', () => {
	it('tells a person the same: problems apart, the sum at the end', async () => {
		const folder = await contentFolder(exhibition);
		const { problems } = await checkJson(folder);
		const { code, stdout, stderr } = await check(folder);
		expect(code).toBe(0);
		expect(stderr.trimEnd().split('\n')).toHaveLength(problems.length);
		for (const { message, remedy } of problems) expect(stderr).toContain(`${message}; ${remedy}\n`);
		expect(stdout).toMatch(
			/^2 photos to publish; 0 errors, 2 held back, \d+ warnings?; the next change is due on 2027-03-02\n$/,
		);
	});

	it('writes into its own folder only, and builds nothing', async () => {
		const folder = await contentFolder(exhibition);
		const out = join(await temporaryFolder(), 'build');
		expect((await check(folder, '--out', out)).code).toBe(0);
		const beside = (await filesIn(folder)).filter((file) => !file.startsWith('.exhibition/'));
		expect(beside).toEqual(Object.keys(exhibition).sort());
		expect(await exists(out)).toBe(false);
	});

	it.skipIf(!isRoot)('checks a folder that may only be read', async () => {
		const folder = await contentFolder(exhibition);
		await chmod(folder, 0o755);
		const { code, stdout } = await run(['photos:check', '--exhibition', folder], { env: asNobody });
		expect([code, await exists(join(folder, '.exhibition'))]).toEqual([0, false]);
		expect(stdout).toMatch(/to publish/);
	});
});
