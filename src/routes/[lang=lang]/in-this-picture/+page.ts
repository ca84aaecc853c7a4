import { loadInterface } from '$lib/i18n/messages';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { lang, source, words } = await parent();
	return { ui: await loadInterface(lang, source, true, words) };
};
