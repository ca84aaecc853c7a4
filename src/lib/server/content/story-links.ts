import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { linesBefore, treeOf } from './markdown.ts';
import { problem, type Problem } from './problems.ts';
import type { StoryRecord } from './record.ts';

/**
 * The path of a page of this site to which a relative link leads, without its language, such as
 * `['galleries', 'road']`; undefined for any other address.
 */
export function pagePath(
	href: string,
	{ id, lang }: Pick<StoryRecord, 'id' | 'lang'>,
): string[] | undefined {
	const base = `https://here.invalid/${lang}/stories/${id}/`;
	if (!URL.canParse(href, base)) return undefined;
	const { host, pathname } = new URL(href, base);
	if (host !== 'here.invalid') return undefined;
	return pathname.split('/').filter(Boolean).slice(1);
}

/** Is there such a page? */
export type HasPage = (path: readonly string[]) => boolean;

/** Links that lead nowhere or may not be followed, pictures beside `::photo`, and raw HTML. */
export function faultyProse(story: StoryRecord, hasPage: HasPage): Problem[] {
	const before = linesBefore(story);
	const found: Problem[] = [];
	visit(treeOf(story), (node: Nodes) => {
		const [message, remedy] = faultOf(node, story, hasPage) ?? [];
		if (!message || !remedy) return;
		const at = { line: before + (node.position?.start.line ?? 1), column: 1 };
		found.push(problem('error', story.file, at, message, remedy));
	});
	return found;
}

function faultOf(node: Nodes, story: StoryRecord, hasPage: HasPage): [string, string] | undefined {
	if (node.type === 'html' && !node.value.startsWith('<!--')) {
		return ['HTML is not read here', 'write Markdown: *slanted*, **strong**, [words](address)'];
	}
	if (node.type === 'image' || node.type === 'imageReference') {
		return ['a picture is shown by its id', 'write ::photo{id=…} on a line of its own'];
	}
	if (node.type !== 'link' && node.type !== 'definition') return undefined;
	const { url } = node;
	if (/^(https?:\/\/|mailto:)/i.test(url)) return undefined;
	if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//') || url.includes('\\')) {
		return [
			`"${url.slice(0, 60)}" may not be linked`,
			'write an address that begins with https://',
		];
	}
	const path = url.includes('#') ? undefined : pagePath(url, story);
	if (path && hasPage(path)) return undefined;
	return [
		`there is no page "${url.slice(0, 60)}"`,
		'write it from here, such as ../../galleries/road/',
	];
}
