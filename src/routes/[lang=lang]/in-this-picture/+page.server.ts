import { published } from '$lib/server/exhibition';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = async () =>
	(await published()).languages.map((lang) => ({ lang }));
