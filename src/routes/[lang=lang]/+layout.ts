import { loadInterface } from '$lib/i18n/messages';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data }) => ({
	...data,
	ui: await loadInterface(data.lang, data.source, false, data.words),
});
