import { published } from '$lib/server/exhibition';
import { photographersShown } from '$lib/show/photographer';
import { sayer } from '$lib/show/words';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () =>
	(await published()).languages.map((lang) => ({ lang }));

export const load: PageServerLoad = async ({ params: { lang } }) => {
	const exhibition = await published();
	const say = sayer(exhibition, lang);
	return {
		summary: say(exhibition.summary),
		photographers: photographersShown(exhibition).map((id) => {
			const { name, biography } = exhibition.photographers[id] ?? {};
			return { id, name: say(name), biography: say(biography) };
		}),
	};
};
