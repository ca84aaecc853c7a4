import type { PhotoView, StoryView, View } from '../../contract/view.ts';

/** Before and after it on its wall; those that hang nowhere come last. */
export function around(view: View, photo: PhotoView): { before?: string; after?: string } {
	const gallery = view.galleries.find(({ id }) => id === photo.gallery);
	const hung = (gallery?.hangings ?? [])
		.filter(({ kind }) => kind === 'photo')
		.map(({ key }) => key);
	const others = view.photos.filter(
		(one) => one.gallery === photo.gallery && !hung.includes(one.id),
	);
	const order = [...hung, ...others.map(({ id }) => id)];
	const at = order.indexOf(photo.id);
	return { before: order[at - 1], after: order[at + 1] };
}

/** Stories that show it, each once. */
export function storiesWith(stories: readonly StoryView[], id: string): string[] {
	const shown = new RegExp(`[{\\s]id="?${id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}"?[\\s}]`);
	const found = stories.filter(({ text }) => shown.test(text)).map((story) => story.id);
	return [...new Set(found)];
}
