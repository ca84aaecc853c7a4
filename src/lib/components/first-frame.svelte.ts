import { onMount } from 'svelte';
import { browser } from '$app/environment';
import { isKiosk } from '$lib/channel';

/**
 * Of a page: is its first frame drawn? On a kiosk a finger waits for that one, and what lies below the screen comes with
 * the next; elsewhere a page is whole at once.
 */
export function firstFrame(): { readonly isDrawn: boolean } {
	let isDrawn = $state(!isKiosk || !browser);
	onMount(() => {
		let frame = requestAnimationFrame(() => {
			frame = requestAnimationFrame(() => (isDrawn = true));
		});
		return () => cancelAnimationFrame(frame);
	});
	return {
		get isDrawn() {
			return isDrawn;
		},
	};
}
