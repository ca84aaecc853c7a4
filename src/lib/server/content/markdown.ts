import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { problem, type Problem } from './problems.ts';
import type { StoryRecord } from './record.ts';

/** More than a book. A line of a megabyte of brackets would keep a parser busy for minutes. */
const most = { letters: 500_000, inLine: 20_000 };

const parser = unified().use(remarkParse).use(remarkDirective);
const known = new WeakMap<StoryRecord, Root>();

/** The text of a story as a tree (mdast), with directives; its lines are those of the body. */
export function treeOf(story: StoryRecord): Root {
	const before = known.get(story);
	if (before) return before;
	const tree: Root = tooMuch(story) ? { type: 'root', children: [] } : parser.parse(story.body);
	known.set(story, tree);
	return tree;
}

/** Lines of the file before its body: the front matter between its two rules. */
export function linesBefore({ origin }: StoryRecord): number {
	return (origin.source?.text.split('\n').length ?? 0) + 1;
}

/** Why the text of a story is not read at all. */
export function tooMuch(story: StoryRecord): Problem | undefined {
	const { body, file } = story;
	const line = body.split('\n').findIndex(({ length }) => length > most.inLine);
	if (line >= 0) {
		const at = { line: linesBefore(story) + line + 1, column: 1 };
		const message = `this line has more than ${most.inLine} letters`;
		return problem('error', file, at, message, 'break it into paragraphs');
	}
	if (body.length <= most.letters) return undefined;
	const at = { line: linesBefore(story) + 1, column: 1 };
	const message = `the text has more than ${most.letters} letters`;
	return problem('error', file, at, message, 'divide it into several stories');
}
