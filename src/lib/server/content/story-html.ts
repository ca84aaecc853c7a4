import type { Element, Root as Html } from 'hast';
import type { Nodes, RootContent } from 'mdast';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { StoryRecord } from './record.ts';
import { pagePath, type HasPage } from './story-links.ts';

/** All that a story's prose may be made of. */
const schema = {
	tagNames: [
		'p',
		'em',
		'strong',
		'a',
		'ul',
		'ol',
		'li',
		'h2',
		'h3',
		'h4',
		'blockquote',
		'code',
		'pre',
		'br',
		'hr',
	],
	attributes: { a: ['href'], ol: ['start'] },
	protocols: { href: ['http', 'https', 'mailto'] },
	strip: ['script', 'style'],
};

const writer = unified()
	.use(remarkRehype)
	.use(rehypeSanitize, schema)
	.use(rehypeStringify, { closeSelfClosing: false });

/**
 * Markdown nodes as HTML: only paragraphs, headings, lists, quotations, emphasis and links, whatever was
 * written. Headings begin at the second level; links to pages that are not published are words.
 *
 * @param hasMail whether a visitor can write one; else its address is words too
 */
export function proseOf(
	nodes: readonly RootContent[],
	story: StoryRecord,
	isPublished: HasPage,
	hasMail = true,
): string {
	const copy = structuredClone({ type: 'root' as const, children: [...nodes] });
	visit(copy, (node: Nodes, index, parent) => {
		if (node.type === 'heading') node.depth = Math.min(4, node.depth + 1) as 2;
		// A clock, "10:30", is no directive.
		if (node.type === 'textDirective' && parent && index !== undefined) {
			const { start, end } = node.position ?? {};
			const value = story.body.slice(start?.offset, end?.offset);
			parent.children.splice(index, 1, { type: 'text', value });
			return [SKIP, index];
		}
		return undefined;
	});
	const tree = writer.runSync(copy) as Html;
	visit(tree, 'element', (element: Element, index, parent) => {
		if (element.tagName !== 'a' || !parent || index === undefined) return undefined;
		const words = wordsFor(element, story, isPublished, hasMail);
		if (!words) return undefined;
		parent.children.splice(index, 1, ...words);
		return [SKIP, index + words.length];
	});
	return withoutMail(writer.stringify(tree));
}

/** What stands instead of a link that leads nowhere; undefined where it may stay. */
function wordsFor(
	element: Element,
	story: StoryRecord,
	isPublished: HasPage,
	hasMail: boolean,
): Element['children'] | undefined {
	const { href } = element.properties;
	const [, mail] = /^mailto:([^?]+)/i.exec(String(href)) ?? [];
	if (mail !== undefined) return hasMail ? undefined : withAddress(element, mail);
	const path = inner(element, story);
	return path && !isPublished(path) ? element.children : undefined;
}

/** Who cannot tap a link must read where it leads. */
function withAddress({ children }: Element, mail: string): Element['children'] {
	const [only] = children;
	const isSaid = children.length === 1 && only?.type === 'text' && only.value === mail;
	return isSaid ? children : [...children, { type: 'text', value: ` (${mail})` }];
}

const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** No harvester finds a mail address among the letters; browsers read them all alike. */
function withoutMail(html: string): string {
	const each = (text: string, write: (code: number) => string) =>
		[...text].map((letter) => write(letter.codePointAt(0) ?? 0)).join('');
	const percent = (code: number) => `%${code.toString(16).padStart(2, '0')}`;
	return html
		.replace(/(?<=mailto:)[\w.+-]+@[\w.-]+/g, (found) => each(found, percent))
		.replace(address, (found) => each(found, (code) => `&#${code};`));
}

/** The page of this site that a link leads to. */
function inner({ properties }: Element, story: StoryRecord): string[] | undefined {
	const { href } = properties;
	if (typeof href !== 'string' || /^[a-z][a-z0-9+.-]*:/i.test(href)) return undefined;
	return pagePath(href, story);
}
