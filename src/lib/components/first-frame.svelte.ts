import { onMount } from 'svelte';
import { browser } from '$app/environment';
import { isKiosk } from '$lib/channel';

/**
 * Of a page: is its first frame drawn? On a kiosk a finger waits for that one, and what lies below the screen comes with
 * the next; elsewhere a page is whole at once.
 */
export function firstFrame(): { readonly isDrawn: boolean } {
	let isDrawn = $state(!isKiosk || !browser);
	if (isKiosk) onMount(() => afterTwo(() => (isDrawn = true)));
	return {
		get isDrawn() {
			return isDrawn;
		},
	};
}

/** The first frame is on the screen when the second begins; returns how to call it off. */
function afterTwo(work: () => void): () => void {
	let frame = requestAnimationFrame(() => (frame = requestAnimationFrame(work)));
	return () => cancelAnimationFrame(frame);
}
