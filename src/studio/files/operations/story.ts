import type { StoryOperation } from '../../contract/operations.ts';
import { isNewName } from '../paths.ts';
import type { Plan } from '../plan.ts';
import { StudioRefusal } from '../studio-refusal.ts';

export function storyFile(
	{ languages }: { languages: readonly string[] },
	story: string,
	lang: string,
): string {
	const name = `${story}.${lang}.md`;
	const isFit = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(story) && languages.includes(lang);
	if (isFit && isNewName(name.toLowerCase())) return `stories/${name}`;
	throw new StudioRefusal(
		`A story cannot be called "${name}".`,
		'use small Latin letters, digits and hyphens, and a language of the exhibition',
	);
}

/** Without what a text field does not keep: the mark at its beginning and how its lines end. */
export function plain(text: string | undefined): string | undefined {
	return text?.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
}

/** Writes a story's whole file, where it still says what the curator saw. */
export async function story(plan: Plan, operation: StoryOperation): Promise<void> {
	const file = storyFile(plan.book, operation.story, operation.lang);
	const known = plan.stories.get(file) ?? { before: await plan.reading.text(file) };
	const theirs = 'after' in known ? known.after : known.before;
	const { was, text } = operation;
	if (plain(theirs) === plain(text)) return;
	if (plain(theirs) !== plain(was)) {
		const place = `the story ${operation.story}, ${operation.lang}`;
		plan.conflict(operation, place, { base: was, yours: text, theirs: plain(theirs) });
		return;
	}
	plan.stories.set(file, {
		before: known.before,
		after: text === undefined ? undefined : likeBefore(text, theirs),
	});
	plan.takeBack(() => ({ ...operation, was: text, text: plain(theirs) }));
}

function likeBefore(text: string, before = ''): string {
	const lines = plain(text)!.replaceAll('\n', before.includes('\r\n') ? '\r\n' : '\n');
	return before.startsWith('\ufeff') ? `\ufeff${lines}` : lines;
}
