import { describe, expect, it } from 'vitest';
import {
	languagesOf,
	readExhibitionFile,
} from '../../../../src/lib/server/content/exhibition-file.ts';
import { contentFolder } from '../../../support/folder.ts';
import { exhibitionYaml, told } from './records.ts';

const readOf = async (text: string | Buffer) =>
	readExhibitionFile(await contentFolder({ 'exhibition.yaml': text }));

describe('exhibition.yaml', () => {
	it('is not there in open mode, which is no mistake', async () => {
		expect(await readExhibitionFile(await contentFolder({}))).toBeUndefined();
	});

	it('says nothing where it has what people in the pictures need', async () => {
		const read = await readOf(exhibitionYaml());
		expect(read?.problems).toEqual([]);
		expect(read?.value.withdrawal).toEqual({ days: 3 });
	});

	it.each(['public_url', 'help', 'withdrawal'])('warns where %s is missing', async (key) => {
		const text = exhibitionYaml()
			.split('\n')
			.filter((line) => !line.startsWith(`${key}:`))
			.join('\n');
		const problems = (await readOf(text))?.problems ?? [];
		expect(problems).toMatchObject([{ level: 'warning', file: 'exhibition.yaml', line: 1 }]);
		expect(problems[0]?.message).toContain(`"${key}" is missing`);
	});

	it('counts a key that was left open as missing', async () => {
		const read = await readOf(exhibitionYaml().replace(/withdrawal: .*/, 'withdrawal:'));
		expect(read?.problems.map(({ message }) => message)).toEqual([
			expect.stringContaining('"withdrawal" is missing'),
		]);
	});

	it('does not say that a key is missing which is wrong', async () => {
		const read = await readOf(exhibitionYaml().replace(/public_url: .*/, 'public_url: example'));
		expect(told(read?.problems ?? [])).toEqual([
			'error exhibition.yaml:4:13: "public_url" must be a web address, not "example"',
		]);
	});

	it('keeps what is right of it where something is wrong', async () => {
		const read = await readOf(exhibitionYaml('wall: nihgt\nprotection: { consent: requird }\n'));
		expect(read?.problems.map(({ level }) => level)).toEqual(['error', 'error']);
		expect(read?.value).toMatchObject({ title: { en: 'An exhibition' }, languages: ['en'] });
		expect(read?.value.wall).toBeUndefined();
		expect(read?.value.protection).toEqual({});
	});

	it('tells what its texts lack in each language', async () => {
		const text = exhibitionYaml('organisation: { name: { en: Mission } }\n', 'en, tg');
		expect(told((await readOf(text))?.problems ?? [])).toEqual([
			'warning exhibition.yaml:7:17: 1 of 3 texts have no tg',
		]);
	});

	it('that is no text still means: with consent', async () => {
		const read = await readOf(Buffer.from([0xff, 0xfe, 0x66, 0x00]));
		expect(read).toMatchObject({ value: {}, problems: [{ level: 'error' }] });
	});
});

describe('the languages', () => {
	it('are those of the file, the source first, each once', () => {
		expect(languagesOf({ languages: ['tg', 'en', 'tg'] })).toEqual(['tg', 'en']);
	});

	it('are English where none could be read', () => {
		expect(languagesOf(undefined)).toEqual(['en']);
		expect(languagesOf({})).toEqual(['en']);
		expect(languagesOf({ languages: [undefined as unknown as string, 'fa'] })).toEqual(['fa']);
	});
});
