import { loadInterface } from '$lib/i18n/messages';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => ({
	...data,
	ui: await loadInterface(data.source, data.source, true, data.words),
});
