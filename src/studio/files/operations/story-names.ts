import { directivesOf } from '../../../lib/server/content/directives.ts';
import { storyOf } from '../../../lib/server/content/stories.ts';
import { StudioRefusal } from '../studio-refusal.ts';

interface StoryText {
	file: string;
	text: string;
	languages: readonly string[];
}

/**
 * A story's text with another id wherever it shows a photo; undefined where it does not show it.
 *
 * @throws {StudioRefusal} where that is written in a way that is not understood
 */
export function renamedIn(story: StoryText, id: string, next: string): string | undefined {
	const places = linesNaming(story, id);
	if (places.length === 0) return undefined;
	const lines = story.text.split('\n');
	for (const at of places) lines[at - 1] = renamed(lines[at - 1] ?? '', id, next);
	const text = lines.join('\n');
	if (next === id || linesNaming({ ...story, text }, id).length === 0) return text;
	throw new StudioRefusal(
		`${story.file} shows ${id} in a way that is not understood.`,
		'write ::photo{id=…} there, and do this again',
		story.file,
		places[0],
	);
}

/** Both ways in which a directive has an id: `id=train`, with quotes or without, and `#train`. */
function renamed(line: string, id: string, next: string): string {
	const end = '(?=[\\s}.#])';
	return line
		.replace(new RegExp(`(\\bid\\s*=\\s*)(["']?)${id}\\2${end}`, 'g'), `$1$2${next}$2`)
		.replace(new RegExp(`([{\\s])#${id}${end}`, 'g'), `$1#${next}`);
}

function linesNaming({ file, text, languages }: StoryText, id: string): number[] {
	const { story } = storyOf(file, text, languages);
	if (!story) return [];
	return directivesOf(story).flatMap((one) =>
		one.kind === 'photo' && one.id === id ? one.line : [],
	);
}
