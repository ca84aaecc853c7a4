import { error } from '@sveltejs/kit';
import { conventionFiles } from '$lib/conventions/files';
import { loadInterface } from '$lib/i18n/messages';
import { published } from '$lib/server/exhibition';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

/** A build asks for all of them, one after the other, and its exhibition does not change. */
let memo: { of: unknown; files: ReturnType<typeof conventionFiles> } | undefined;

async function files() {
	const exhibition = await published();
	if (memo?.of === exhibition) return memo.files;
	const { languages, words } = exhibition;
	const [source = 'en'] = languages;
	const spoken = languages.map(
		async (lang) => [lang, await loadInterface(lang, source, false, words)] as const,
	);
	const made = conventionFiles(exhibition, new Map(await Promise.all(spoken)));
	memo = { of: exhibition, files: made };
	return made;
}

export const entries: EntryGenerator = async () =>
	[...(await files()).keys()].map((file) => ({ file }));

export const GET: RequestHandler = async ({ params: { file } }) => {
	const made = (await files()).get(file)?.();
	if (!made) error(404);
	return new Response(made.body, { headers: { 'content-type': made.type } });
};
