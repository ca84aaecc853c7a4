import { concernedBy, type Asked, type Concerned } from '../lib/server/content/concerned.ts';
import { examine } from '../lib/server/content/examine.ts';
import type { Content } from '../lib/server/content/record.ts';
import { removedPhotos } from '../lib/server/content/studio-memory.ts';
import { repositoryOf } from '../lib/server/content/tracked.ts';
import { options, type Options } from '../vite/options.ts';
import { Refusal } from '../vite/refusal.ts';
import { eraseCopies } from '../vite/studio-copies.ts';
import { leftOf, marksOf, refuseUnknown, takeOut } from '../vite/withdraw.ts';
import { buildAndTell, buildFlags } from './build.ts';
import type { Command } from './command.ts';
import { plural } from './print.ts';

const flags = {
	...buildFlags,
	person: { type: 'string' },
	ref: { type: 'string' },
	erase: { type: 'boolean' },
} as const;

/**
 * `npm run photos:withdraw -- ID… | --person ID | --ref REF [--erase]`: takes pictures, or everything of
 * a person, out of the exhibition, builds the site anew, and proves that nothing of it is left there.
 */
export const run: Command = async (args, checkout) => {
	const chosen = options(args, process.env, checkout, flags, Infinity);
	const { content } = await examine(chosen.exhibition, chosen.asOf, chosen.channel, chosen.cache);
	const { person, ref, erase } = chosen.flags;
	const asked = { ids: chosen.rest, person, ref } as Asked;
	const removed = await removedPhotos(content.root);
	refuseUnknown(content, asked, removed);
	const concerned = concernedBy(content, asked, removed);
	list(concerned);
	const marks = await marksOf(chosen.cache, content, concerned);
	const history = await tracked(content, concerned);
	for (const said of await takeOut(chosen, content, concerned, erase === true)) console.log(said);
	const isBuilt = (await buildAndTell(chosen)) === 0;
	// A studio that is open may have been amid a step of before: by now it has ended.
	if (erase === true) await eraseCopies(content.root);
	if (!isBuilt) {
		const remedy = 'mend what is told above, and run this again';
		throw new Refusal(`${chosen.out} still shows what was withdrawn`, remedy, 1);
	}
	await prove(chosen, marks);
	tellWhatIsLeft(content, concerned, history);
	return 0;
};

function list(concerned: Concerned): void {
	const { photos, gone, removed, stories, showing, recordings, named } = concerned;
	const lines = [
		...photos.map(({ id, file }) => `photo ${id} (${file})`),
		...removed.map(({ id, file }) => `photo ${id} (${file}), which was removed in the studio`),
		...gone.map((id) => `photo ${id}, whose file is gone`),
		...stories.map(({ id, lang }) => `story ${id} (${lang})`),
		...showing.map(({ id, lang }) => `story ${id} (${lang}) shows it, and goes on without it`),
		...recordings.map((file) => `recording ${file}`),
		...named.map(({ file, line }) => `the name stands in ${file}:${line}: take it out there`),
	];
	if (lines.length === 0) throw new Refusal('nothing is concerned', 'name a photo by its id', 1);
	console.log(`This is withdrawn:\n${lines.map((line) => `- ${line}`).join('\n')}`);
}

/** What git has of it, and goes on having. */
async function tracked({ root }: Content, { photos }: Concerned): Promise<string[]> {
	const repository = await repositoryOf(root);
	return photos.map(({ file }) => file).filter((file) => repository?.tracked.has(file));
}

async function prove(chosen: Options, marks: Parameters<typeof leftOf>[1]): Promise<void> {
	const { files, found } = await leftOf(chosen, marks);
	if (found.length > 0) {
		const remedy = 'remove these files, and tell the makers of Nigoh';
		throw new Refusal(`something of it is still in ${found.join(', ')}`, remedy, 1);
	}
	const places = `${chosen.out} and ${chosen.cache}`;
	console.log(`${plural(files, 'file')} of ${places} were looked at: nothing of it is there`);
}

function tellWhatIsLeft(
	{ exhibition, languages }: Content,
	{ photos }: Concerned,
	history: readonly string[],
): void {
	const root = exhibition.public_url?.replace(/\/$/, '');
	const addresses = photos.flatMap(({ id, gallery }) =>
		languages.map((lang) => `${root}/${lang}/galleries/${gallery}/${id}/`),
	);
	const left = [
		'the public site: put the new one there now, withdrawn files first',
		'caches of the host and of browsers: purge the host’s',
		'previews in messengers: they keep what was shared',
		'search engines: ask for removal of its addresses',
		'kiosks and sticks: bring them an update',
		'prints, and copies that others have made: ask for them',
		...(history.length > 0
			? [`the history of git: git filter-repo --invert-paths ${paths(history)}`]
			: []),
	];
	console.log(`Still to be reached:\n${left.map((line) => `- ${line}`).join('\n')}`);
	if (root && addresses.length > 0) console.log(`Its addresses:\n${addresses.join('\n')}`);
}

function paths(files: readonly string[]): string {
	return files.map((file) => `--path ${JSON.stringify(file)}`).join(' ');
}
