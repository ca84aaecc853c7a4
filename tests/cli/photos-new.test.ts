import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { exists } from '../../src/lib/server/content/exists.ts';
import { run } from '../support/command.ts';
import { contentFolder, temporaryFolder } from '../support/folder.ts';

const all = ['--title', 'The road', '--languages', 'en tg', '--organisation', 'A house'];

/** As `npm run photos:new` calls it when a person stands in `here`. */
function photosNew(here: string, args: readonly string[], input = '') {
	return run(['photos:new', ...args], { env: { INIT_CWD: here } }, input);
}

async function written(...path: string[]): Promise<unknown> {
	return parse(await readFile(join(...path, 'exhibition.yaml'), 'utf8'));
}

describe('photos:new', () => {
	it('asks what no flag answers; an empty answer takes what is offered', async () => {
		const here = await temporaryFolder();
		const { code, stdout, stderr } = await photosNew(here, ['show'], 'Роҳ: "хона" #1\n\nA house\n');
		expect([code, stderr]).toEqual([0, '']);
		const questions = ['Title', 'My exhibition', 'Languages', '[en]', 'organisation'];
		const places = questions.map((words) => stdout.indexOf(words));
		expect(places).toEqual([...places].filter((place) => place >= 0).sort((a, b) => a - b));
		expect(await written(here, 'show')).toMatchObject({
			format: 1,
			title: { en: 'Роҳ: "хона" #1' },
			languages: ['en'],
			organisation: { name: { en: 'A house' } },
			galleries: [],
		});
	});

	it('asks nothing that flags answer', async () => {
		const here = await temporaryFolder();
		const { code, stdout } = await photosNew(here, ['show', ...all]);
		expect(code).toBe(0);
		expect(stdout).not.toMatch(/Title|Languages|organisation/);
		expect(await written(here, 'show')).toMatchObject({
			title: { en: 'The road' },
			languages: ['en', 'tg'],
		});
	});

	it('asks only for the rest', async () => {
		const here = await temporaryFolder();
		const { stdout } = await photosNew(here, ['show', ...all.slice(2)], 'راه\n');
		expect(stdout).toContain('Title');
		expect(stdout).not.toMatch(/Languages|organisation/);
		expect(await written(here, 'show')).toMatchObject({ title: { en: 'راه' } });
	});

	it('leaves out an organisation that has no name', async () => {
		const here = await temporaryFolder();
		expect((await photosNew(here, ['show'], 'A\nru, ky\n\n')).code).toBe(0);
		const yaml = await written(here, 'show');
		expect(yaml).toMatchObject({ title: { ru: 'A' }, languages: ['ru', 'ky'] });
		expect(yaml).not.toHaveProperty('organisation');
	});

	it('makes of a folder of photographs an exhibition that only waits for consent', async () => {
		const here = await contentFolder({
			'show/road/tea.jpg': true,
			'show/home/door.jpg': true,
			'show/notes/todo.txt': 'no picture',
		});
		const { code, stdout } = await photosNew(here, ['show', ...all]);
		expect(code).toBe(0);
		expect(await written(here, 'show')).toMatchObject({ galleries: ['home', 'road'] });
		// The command that it recommends works from here.
		const [, next = ''] = /^npm run photos:check -- (.*)$/m.exec(stdout) ?? [];
		const args = ['photos:check', ...next.split(' '), '--json'];
		const checked = await run(args, { env: { INIT_CWD: here } });
		const { problems } = JSON.parse(checked.stdout) as {
			problems: { level: string; message: string }[];
		};
		const errors = problems.filter(({ level }) => level === 'error');
		expect(errors).toMatchObject([{ message: expect.stringMatching(/held back/) }]);
		const held = problems.filter(({ message }) => /consent is unknown/.test(message));
		expect(held).toHaveLength(2);
	});

	it('leaves the schema where the first line of the file points', async () => {
		const here = await temporaryFolder();
		await photosNew(here, ['show', ...all]);
		const text = await readFile(join(here, 'show', 'exhibition.yaml'), 'utf8');
		const [, schema = ''] = /^# yaml-language-server: \$schema=(.+)\n/.exec(text) ?? [];
		const path = join(here, 'show', schema);
		expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ title: 'Nigoh exhibition' });
	});
});

describe('photos:new refuses', () => {
	it('to write over an exhibition', async () => {
		const here = await contentFolder({ 'show/exhibition.yaml': 'title: { en: Mine }\n' });
		const { code, stderr } = await photosNew(here, ['show', ...all]);
		expect(code).toBe(1);
		expect(stderr).toMatch(/exhibition\.yaml is there already: edit it/);
		expect(await written(here, 'show')).toEqual({ title: { en: 'Mine' } });
	});

	it.each([
		['no folder', []],
		['two folders', ['one', 'two']],
	])('%s', async (_name, folders) => {
		const here = await temporaryFolder();
		const { code, stderr } = await photosNew(here, [...folders, ...all]);
		expect(code).toBe(2);
		expect(stderr).toBe('photos:new makes one folder: write npm run photos:new -- DIR\n');
		expect(await exists(join(here, 'one'))).toBe(false);
	});

	it.each([
		['a language by its name', 'english', '"english" is not a language code'],
		['no language at all', ' , ', '"" is not a language code'],
	])('%s, and writes no file', async (_name, languages, says) => {
		const here = await temporaryFolder();
		const args = ['show', '--title', 'A', '--languages', languages, '--organisation', 'B'];
		const { code, stderr } = await photosNew(here, args);
		expect(code).toBe(1);
		expect(stderr).toContain(`${says}; write for example: en, tg, ru\n`);
		expect(await exists(join(here, 'show', 'exhibition.yaml'))).toBe(false);
	});
});
