import { loadInterface } from '$lib/i18n/messages';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
	const { lang, source, words } = await parent();
	return { ...data, ui: await loadInterface(lang, source, true, words) };
};
