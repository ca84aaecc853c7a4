import { mount, unmount } from 'svelte';
import Keep from './Keep.svelte';
import { isAble } from './registration.ts';
import { loadOfflineWords } from './words.ts';

/** How to take away what a place shows or waits for. */
const ends = new WeakMap<Element, () => void>();

/** Offers in this place of a gallery's page to keep it; its size is asked for when a visitor comes near. */
export function place(target: HTMLElement, lang: string, gallery: string): void {
	ends.get(target)?.();
	if (!isAble()) return;
	const ending = new AbortController();
	const { signal } = ending;
	const near = async (entries: IntersectionObserverEntry[]) => {
		if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
		observer.disconnect();
		const words = await loadOfflineWords(lang);
		if (signal.aborted) return;
		const props = { name: `${lang}/${gallery}`, lang, words };
		const shown = mount(Keep, { target, props });
		signal.addEventListener('abort', () => void unmount(shown));
	};
	const observer = new IntersectionObserver((entries) => void near(entries), {
		rootMargin: '400px',
	});
	signal.addEventListener('abort', () => observer.disconnect());
	ends.set(target, () => ending.abort());
	observer.observe(target);
}
