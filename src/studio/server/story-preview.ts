import { faultyDirectives, deadDirectives } from '../../lib/server/content/directives.ts';
import { tooMuch } from '../../lib/server/content/markdown.ts';
import type { Problem as Found } from '../../lib/server/content/problems.ts';
import type { StoryRecord } from '../../lib/server/content/record.ts';
import { storyOf } from '../../lib/server/content/stories.ts';
import { blocksOf } from '../../lib/server/content/story-blocks.ts';
import { faultyProse, type HasPage } from '../../lib/server/content/story-links.ts';
import type { Problem, View } from '../contract/view.ts';

type Block = ReturnType<typeof blocksOf>[number];

/** A story's text as the site would show it, and all that is wrong with it; by the site's own rules. */
export function storyPreview(
	view: View,
	{ story: id, lang, text }: { story: string; lang: string; text: string },
): { html: string; problems: Problem[] } {
	const { story, problems } = storyOf(`stories/${id}.${lang}.md`, text, view.languages);
	if (!story) return { html: '', problems: problems.map(asTold) };
	const known = namesIn(view);
	const hasPage = pagesOf(view);
	const has = {
		photo: (one: string) => known.photo.includes(one),
		person: (one: string) => known.person.includes(one),
	};
	const found = [...problems, ...faultsOf(story, hasPage, known)];
	const html = blocksOf(story, hasPage, has).map(htmlOf).join('\n');
	return { html, problems: found.map(asTold) };
}

function faultsOf(
	story: StoryRecord,
	hasPage: HasPage,
	known: ReturnType<typeof namesIn>,
): Found[] {
	return [
		...[tooMuch(story)].filter((one) => one !== undefined),
		...faultyDirectives(story),
		...deadDirectives(story, known),
		...faultyProse(story, hasPage),
	];
}

function namesIn({ photos, galleries, exhibition }: View) {
	return {
		photo: photos.map(({ id }) => id),
		gallery: galleries.map(({ id }) => id),
		person: Object.keys(exhibition.people ?? {}),
	};
}

/** What is held back today is no mistake. */
function pagesOf({ stories, galleries, exhibition }: View): HasPage {
	const known = new Set(['', 'about', 'in-this-picture', 'stories', 'explore']);
	for (const { id } of stories) known.add(`stories/${id}`);
	for (const id of Object.keys(exhibition.photographers ?? {})) known.add(`photographers/${id}`);
	for (const { id, hangings } of galleries) {
		known.add(`galleries/${id}`);
		for (const { key, kind } of hangings) if (kind !== 'text') known.add(`galleries/${id}/${key}`);
	}
	return (path) => known.has(path.join('/'));
}

/** Prose was made clean by the site's own rules; all else is made of names that are known, and escaped. */
function htmlOf(block: Block): string {
	if (block.kind === 'prose') return block.html;
	if (block.kind === 'quote') return `<blockquote><p>${escaped(block.text)}</p></blockquote>`;
	if (block.kind === 'gallery') return `<p data-gallery="${escaped(block.id)}"></p>`;
	const source = `/thumb/${encodeURIComponent(block.id)}/640`;
	return `<figure data-photo="${escaped(block.id)}"><img src="${source}" alt=""></figure>`;
}

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function asTold({ level, file, line, message, remedy }: Found): Problem {
	return { level: level === 'error' ? 'error' : 'warning', file, line, message, remedy };
}
