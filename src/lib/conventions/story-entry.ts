import type { Exhibition, Language } from '../model.ts';
import { pageAt } from '../show/address.ts';
import { showTeaser } from '../show/story.ts';
import type { Words } from '../show/words.ts';
import type { Story } from '../story-model.ts';
import type { Element } from './xml.ts';

/** The stories that a feed may tell of: none that stands behind a content note. */
export function openStories({ stories, warnings }: Exhibition): Story[] {
	if (warnings.length > 0) return [];
	return Object.values(stories).filter((story) => story.warnings.length === 0);
}

/** An entry of a feed for a story, and its day. */
export function storyEntry(
	exhibition: Exhibition,
	root: string,
	lang: Language,
	story: Story,
	textOf: (words: Words | undefined) => Element | string | undefined,
): { day: string | undefined; element: Element } {
	const { title, summary } = showTeaser(exhibition, story, lang);
	const href = pageAt(root, lang, 'stories', story.id);
	return {
		day: story.date ?? story.event?.starts,
		element: {
			id: `${root}/${lang}/#story-${story.id}`,
			title: textOf(title),
			link: [{ '@rel': 'alternate', '@type': 'text/html', '@href': href }],
			summary: textOf(summary),
		},
	};
}
