import type { Content } from '../../../lib/server/content/record.ts';
import { exhibitionItems, galleryItems } from './fields.ts';
import type { Item } from './item.ts';
import { shownItems } from './shown.ts';
import { storyItems } from './stories.ts';
import { wordItems } from './words.ts';

/** All there is to translate from the exhibition's source language, as one walks through it. */
export function itemsOf(content: Content): Item[] {
	const [source = 'en'] = content.languages;
	const all = [
		...exhibitionItems(content),
		...content.galleries.flatMap((gallery) => [
			...galleryItems(content, gallery),
			...shownItems(content, gallery),
		]),
		...storyItems(content),
		...wordItems(content),
	];
	return all.filter(({ texts }) => texts[source] !== undefined);
}
