import { error } from '@sveltejs/kit';
import { published } from '$lib/server/exhibition';
import { showKiosk } from '$lib/show/kiosk';
import type { EntryGenerator, PageServerLoad } from './$types';

/** Only the kiosk's build has it: another one has photos that were not given to a hall. */
export const entries: EntryGenerator = async () =>
	(await published()).kiosk ? [{ kiosk: 'kiosk' }] : [];

export const load: PageServerLoad = async () => {
	const exhibition = await published();
	const kiosk = showKiosk(exhibition);
	if (!kiosk) error(404);
	return { kiosk, wall: 'night' as const };
};
