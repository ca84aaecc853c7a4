import { page } from '$app/state';
import type { Reading } from './idle.ts';

/** What there is to read on the screen at this moment. */
export function readingOf(): Pick<Reading, 'words' | 'isStory'> {
	const isStory = page.params.story !== undefined;
	return { isStory, words: isStory ? 0 : visibleWords() };
}

function visibleWords(): number {
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
