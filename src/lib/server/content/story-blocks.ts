import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { StoryBlock } from '../../story-model.ts';
import { treeOf } from './markdown.ts';
import type { StoryRecord } from './record.ts';
import { proseOf } from './story-html.ts';
import type { HasPage } from './story-links.ts';

type Leaf = Extract<RootContent, { type: 'leafDirective' }>;

/**
 * A story's text, block by block: prose, and between it pictures, galleries and quotations. What is not
 * published is left out.
 *
 * @param has photos and people that may be shown and named, and whether a visitor can write a mail
 */
export function blocksOf(
	story: StoryRecord,
	isPublished: HasPage,
	has: { photo: (id: string) => boolean; person: (id: string) => boolean; mail?: boolean },
): StoryBlock[] {
	const blocks: StoryBlock[] = [];
	let prose: RootContent[] = [];
	const flush = () => {
		const html = prose.length > 0 ? proseOf(prose, story, isPublished, has.mail) : '';
		if (html) blocks.push({ kind: 'prose', html });
		prose = [];
	};
	for (const node of treeOf(story).children) {
		if (node.type !== 'leafDirective') prose.push(node);
		else {
			flush();
			const block = blockOf(node);
			if (block && isShown(block, isPublished, has)) blocks.push(block);
		}
	}
	flush();
	return blocks;
}

function blockOf(node: Leaf): StoryBlock | undefined {
	const { id, size, by } = node.attributes ?? {};
	if (node.name === 'quote') return { kind: 'quote', text: toString(node), by: by ?? undefined };
	if (!id) return undefined;
	if (node.name === 'gallery') return { kind: 'gallery', id };
	const known = (['wide', 'full'] as const).find((one) => one === size);
	return { kind: 'photo', id, size: known ?? 'column' };
}

function isShown(
	block: StoryBlock,
	isPublished: HasPage,
	has: Parameters<typeof blocksOf>[2],
): boolean {
	if (block.kind === 'photo') return has.photo(block.id);
	if (block.kind === 'gallery') return isPublished(['galleries', block.id]);
	return block.kind !== 'quote' || block.by === undefined || has.person(block.by);
}
