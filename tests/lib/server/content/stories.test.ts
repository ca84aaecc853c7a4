import { describe, expect, it } from 'vitest';
import { deadDirectives } from '../../../../src/lib/server/content/directives.ts';
import { readStories, storyFiles } from '../../../../src/lib/server/content/stories.ts';
import { contentFolder } from '../../../support/folder.ts';
import { told } from './records.ts';

const train = `---
title: Four days to Moscow
kind: story
people: [mariam]
---
She looks out.

::photo{id=window size=wide}
`;

async function stories(files: Readonly<Record<string, string | Buffer>>) {
	const named = Object.entries(files).map(([name, text]) => [`stories/${name}`, text] as const);
	const root = await contentFolder(Object.fromEntries(named));
	return readStories(
		root,
		named.map(([file]) => file),
		['en', 'tg'],
	);
}

const known = { photo: ['window'], gallery: ['road'], person: ['mariam'] };
const deadIn = async (text: string) => {
	const { stories: found } = await stories({ 'train.en.md': text });
	return told(found.flatMap((story) => deadDirectives(story, known)));
};

describe('a story', () => {
	it('has its slug and language from its name, its matter and its text', async () => {
		const { stories: found, problems } = await stories({ 'the-train.tg.md': train });
		expect(problems).toEqual([]);
		expect(found).toMatchObject([
			{
				id: 'the-train',
				lang: 'tg',
				file: 'stories/the-train.tg.md',
				matter: { title: 'Four days to Moscow', kind: 'story', people: ['mariam'] },
				body: 'She looks out.\n\n::photo{id=window size=wide}\n',
			},
		]);
	});

	it.each([
		['Windows line ends', train.replaceAll('\n', '\r\n')],
		['a byte order mark', `\ufeff${train}`],
	])('may have %s', async (_, text) => {
		const { stories: found, problems } = await stories({ 'train.en.md': text });
		expect(problems).toEqual([]);
		expect(found[0]?.matter.title).toBe('Four days to Moscow');
		expect(found[0]?.body).toMatch(/^She looks out\./);
	});

	it('may have rules of dashes in its text', async () => {
		const text = '---\ntitle: A\n---\nBefore\n\n---\n\nAfter\n';
		const { stories: found } = await stories({ 'a.en.md': text });
		expect(found[0]?.body).toBe('Before\n\n---\n\nAfter\n');
	});

	it('is told its mistakes at their lines in the file', async () => {
		const text = '---\ntitle: A\nkind: novel\ndate: 2016-13\nstauts: draft\n---\nText\n';
		expect(told((await stories({ 'a.en.md': text })).problems)).toEqual([
			'error stories/a.en.md:3:7: "kind" must be one of story, news, event, not "novel"',
			'error stories/a.en.md:4:7: "date" must be a date that exists, not "2016-13"',
			'warning stories/a.en.md:5:1: "stauts" is not a key that is known here',
		]);
	});

	it('is told where its front matter is no YAML', async () => {
		const text = '---\ntitle: A\nsummary: "open\n---\nText\n';
		const [problem] = (await stories({ 'a.en.md': text })).problems;
		expect(problem).toMatchObject({ level: 'error', file: 'stories/a.en.md', line: 3, column: 10 });
	});

	it.each([
		['none', 'Only text.\n'],
		['one that does not end', '---\ntitle: A\n\nText\n'],
		['one that does not begin the file', 'Text\n---\ntitle: A\n---\n'],
	])('is refused with %s for front matter', async (_, text) => {
		const { stories: found, problems } = await stories({ 'a.en.md': text });
		expect(found).toEqual([]);
		expect(told(problems)).toEqual(['error stories/a.en.md:1:1: the story has no front matter']);
	});

	it.each(['train.md', 'train.fa.md', 'The Train.en.md', 'train_1.en.md', '-.en.md'])(
		'is refused under the name %s',
		async (name) => {
			const { stories: found, problems } = await stories({ [name]: train });
			expect(found).toEqual([]);
			expect(problems).toMatchObject([{ level: 'error', file: `stories/${name}`, line: 1 }]);
			expect(problems[0]?.remedy).toContain('en, tg');
		},
	);

	it('that cannot be read does not stop the others', async () => {
		const latin = Buffer.from('---\ntitle: journ\u00e9e\n---\n', 'latin1');
		const { stories: found, problems } = await stories({ 'a.en.md': latin, 'b.en.md': train });
		expect(found.map(({ id }) => id)).toEqual(['b']);
		expect(told(problems)).toEqual(['error stories/a.en.md:1:1: the file is not text in UTF-8']);
	});

	it('is each Markdown file of its folder, and nothing else there', () => {
		const files = new Set(['a.en.md', 'a.en.mp3', 'notes.txt']);
		expect(storyFiles({ path: 'stories', files, pictures: [] })).toEqual(['stories/a.en.md']);
		expect(storyFiles(undefined)).toEqual([]);
	});
});

describe('pictures and galleries in a story', () => {
	it('are found dead at their lines', async () => {
		const text = `${train}\n::photo{id=widow}\n\nWords\n::gallery{size=wide id="raod"}\n`;
		expect(await deadIn(text)).toEqual([
			'error stories/train.en.md:10:1: there is no photo "widow"',
			'error stories/train.en.md:13:1: there is no gallery "raod"',
		]);
	});

	it('are found at the same lines with Windows line ends, or without any matter', async () => {
		const text = `${train}::photo{id=widow}\n`;
		expect(await deadIn(text.replaceAll('\n', '\r\n'))).toEqual([
			'error stories/train.en.md:9:1: there is no photo "widow"',
		]);
		expect(await deadIn('---\n---\n::photo{id=widow}\n')).toEqual([
			'error stories/train.en.md:3:1: there is no photo "widow"',
		]);
	});

	it('are told with the id that was probably meant', async () => {
		const { stories: found } = await stories({ 'train.en.md': `${train}::photo{id=widow}\n` });
		const [problem] = found.flatMap((story) => deadDirectives(story, known));
		expect(problem?.remedy).toBe('did you mean "window"?');
	});

	it('are not the words of a sentence about them', async () => {
		expect(await deadIn(`${train}He wrote ::photo{id=widow} by hand.\n`)).toEqual([]);
	});
});
