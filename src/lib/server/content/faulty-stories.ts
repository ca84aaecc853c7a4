import { faultyDirectives } from './directives.ts';
import { tooMuch } from './markdown.ts';
import type { Problem } from './problems.ts';
import type { Content } from './record.ts';
import { faultyProse, type HasPage } from './story-links.ts';

/** Everything in the texts of stories that cannot be shown as it was meant, each at its line. */
export function faultyStories(
	content: Pick<Content, 'stories' | 'galleries' | 'exhibition'>,
): Problem[] {
	const hasPage = pagesOf(content);
	return content.stories.flatMap((story) => [
		...[tooMuch(story)].filter((one) => one !== undefined),
		...faultyDirectives(story),
		...faultyProse(story, hasPage),
	]);
}

/** Every page that the exhibition may have, published or not: what is held back today is no mistake. */
function pagesOf({
	stories,
	galleries,
	exhibition,
}: Pick<Content, 'stories' | 'galleries' | 'exhibition'>): HasPage {
	const known = new Set(['', 'about', 'in-this-picture', 'stories', 'explore']);
	for (const { id } of stories) known.add(`stories/${id}`);
	for (const id of Object.keys(exhibition.photographers ?? {})) known.add(`photographers/${id}`);
	for (const { id, hangings } of galleries) {
		known.add(`galleries/${id}`);
		for (const one of hangings) if (one.kind !== 'text') known.add(`galleries/${id}/${one.id}`);
	}
	return (path) => known.has(path.join('/'));
}
