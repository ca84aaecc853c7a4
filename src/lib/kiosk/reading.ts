import { page } from '$app/state';

export const isStory = (): boolean => page.params.story !== undefined;

/** How many there are to read on the screen at this moment. */
export function wordsOnScreen(): number {
	const texts = document.querySelectorAll<HTMLElement>(
		'main :is(p, h1, h2, h3, li, dt, dd, summary)',
	);
	return [...texts]
		.filter(isOnScreen)
		.reduce((sum, { textContent }) => sum + count(textContent), 0);
}

function isOnScreen(element: HTMLElement): boolean {
	const { top, bottom } = element.getBoundingClientRect();
	return bottom > 0 && top < innerHeight && !element.querySelector('p, li, dd');
}

function count(text: string | null): number {
	return text?.match(/\p{L}+/gu)?.length ?? 0;
}

export function isPlaying(): boolean {
	return [...document.querySelectorAll('audio')].some(({ paused }) => !paused);
}
