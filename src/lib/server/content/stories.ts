import { basename } from 'node:path';
import { problem, start, type Problem } from './problems.ts';
import { readText } from './read-file.ts';
import type { StoryRecord } from './record.ts';
import { story as storySchema } from './schema/story.ts';
import { Source } from './source.ts';
import type { Folder } from './tree.ts';
import { validate } from './validate.ts';

const fileName = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.([A-Za-z0-9-]+)\.md$/;

interface StoryRead {
	story?: StoryRecord;
	problems: readonly Problem[];
}

/** Front matter and text of each `stories/<slug>.<lang>.md`. */
export async function readStories(
	root: string,
	files: readonly string[],
	languages: readonly string[],
): Promise<{ stories: StoryRecord[]; problems: Problem[] }> {
	const read = await Promise.all(files.map((file) => readStory(root, file, languages)));
	return {
		stories: read.flatMap(({ story }) => story ?? []),
		problems: read.flatMap(({ problems }) => problems),
	};
}

/** The Markdown files of the stories folder, relative to the content folder. */
export function storyFiles(stories: Folder | undefined): string[] {
	return [...(stories?.files ?? [])]
		.filter((name) => name.endsWith('.md'))
		.map((name) => `stories/${name}`);
}

async function readStory(
	root: string,
	file: string,
	languages: readonly string[],
): Promise<StoryRead> {
	if (!nameOf(file, languages)) return storyOf(file, '', languages);
	const text = await readText(root, file);
	if (text === undefined) return { problems: [] };
	return typeof text === 'string' ? storyOf(file, text, languages) : { problems: [text.problem] };
}

/** What the text of a story's file says, also before it is written there. */
export function storyOf(file: string, text: string, languages: readonly string[]): StoryRead {
	const named = nameOf(file, languages);
	if (!named) {
		const remedy = `name it <slug>.<language>.md, with one of: ${languages.join(', ')}`;
		return fault(file, `the name "${basename(file)}" does not tell slug and language`, remedy);
	}
	const [, yaml, body] =
		/^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)([\s\S]*)/m.exec(text) ?? [];
	if (yaml === undefined || body === undefined || !text.startsWith('---')) {
		return fault(file, 'the story has no front matter', 'begin it with ---, title: …, ---');
	}
	const source = new Source(file, yaml, 1);
	const { value: matter, problems } = validate(storySchema, source, languages);
	const story = { ...named, file, origin: { source, path: [], file }, matter, body };
	return { story, problems };
}

function nameOf(file: string, languages: readonly string[]) {
	const [, id, lang] = fileName.exec(basename(file)) ?? [];
	return id && lang && languages.includes(lang) ? { id, lang } : undefined;
}

function fault(file: string, message: string, remedy: string) {
	return { problems: [problem('error', file, start, message, remedy)] };
}
