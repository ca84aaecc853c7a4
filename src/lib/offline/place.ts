import { mount, unmount } from 'svelte';
import Keep from './Keep.svelte';
import { isAble } from './registration.ts';
import { loadOfflineWords } from './words.ts';

const shown = new WeakMap<Element, ReturnType<typeof mount>>();

/** Offers in this place of a gallery's page to keep it; its size is asked for when a visitor comes near. */
export function place(target: HTMLElement, lang: string, gallery: string): void {
	if (!isAble()) return;
	const before = shown.get(target);
	if (before) void unmount(before);
	const observer = new IntersectionObserver(
		async (entries) => {
			if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
			observer.disconnect();
			const words = await loadOfflineWords(lang);
			const props = { name: `${lang}/${gallery}`, lang, words };
			shown.set(target, mount(Keep, { target, props }));
		},
		{ rootMargin: '400px' },
	);
	observer.observe(target);
}
