import { goto, preloadData, replaceState } from '$app/navigation';
import { page } from '$app/state';
import { href } from '../links.ts';
import { placeOf } from '../place.ts';

/** So often another language was asked for: the last one counts. */
let asked = 0;

/**
 * The same place in another language; a photo that is looked at stays before the visitor.
 *
 * @param isVisited whether the visitor who asked is still there
 */
export async function speak(lang: string, isVisited: () => boolean): Promise<void> {
	const turn = (asked += 1);
	const from = page.url.pathname;
	const wall = href(lang, ...placeOf(page.route.id, page.params));
	// Read before the page turns: meanwhile the visitor may go to another photo, close it, or go away.
	await preloadData(wall);
	if (turn !== asked || page.url.pathname !== from || !isVisited()) return;
	const state = { ...page.state };
	// While a photo is looked at, the address is its own, and not the wall's.
	const shown = location.pathname.slice(href().length).split('/').filter(Boolean).slice(1);
	await goto(wall, { replaceState: true, noScroll: true, state });
	if (state.photo === undefined || page.url.pathname !== wall) return;
	replaceState(href(lang, ...shown), state);
}
