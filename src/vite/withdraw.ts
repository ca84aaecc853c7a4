import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { textsOf } from '../lib/server/content/all-texts.ts';
import type { Asked, Concerned } from '../lib/server/content/concerned.ts';
import { examine } from '../lib/server/content/examine.ts';
import { hashFile } from '../lib/server/content/hash.ts';
import { markWithdrawn } from '../lib/server/content/mark-withdrawn.ts';
import { publicExhibition } from '../lib/server/content/public.ts';
import { suggestion } from '../lib/server/content/nearest.ts';
import type { Content } from '../lib/server/content/record.ts';
import { forgetStudio } from '../lib/server/content/studio-folder.ts';
import type { RemovedPhoto } from '../lib/server/content/studio-memory.ts';
import { goneIds } from '../lib/server/content/withdrawn.ts';
import { writeWhole } from '../lib/server/content/write.ts';
import { forget, namesMade } from '../lib/server/images/cache.ts';
import { unmade } from '../lib/server/images/wishes.ts';
import { eraseFiles, eraseRemoved, putAway } from './erase.ts';
import { listName } from './made.ts';
import type { Options } from './options.ts';
import { Refusal } from './refusal.ts';
import { tracesIn } from './traces.ts';

/** Shorter texts stand in other words by chance. */
const telling = 8;

/** @throws {Refusal} where something is named that is not there, or nothing is */
export function refuseUnknown(
	content: Content,
	{ ids, person, ref }: Asked,
	removed: readonly RemovedPhoto[] = [],
): void {
	const known = [...[...content.photos, ...removed].map(({ id }) => id), ...goneIds(content)];
	for (const id of ids) {
		if (known.includes(id)) continue;
		throw new Refusal(`there is no photo "${id}"`, suggestion(id, known), 1);
	}
	const people = Object.keys(content.exhibition.people ?? {});
	if (person !== undefined && !people.includes(person))
		throw new Refusal(`there is no person "${person}"`, suggestion(person, people), 1);
	const records = [...content.photos.map(({ consent }) => consent)];
	const refs = [...records, ...content.stories.map(({ matter }) => matter.consent)];
	const isKnown = [...refs, ...removed].some((consent) => consent?.ref === ref);
	if (ref !== undefined && !isKnown)
		throw new Refusal(`nothing has the reference "${ref}"`, 'see `consent.ref` in the entries', 1);
	if (ids.length === 0 && person === undefined && ref === undefined) {
		const remedy = 'write photos:withdraw -- ID, --person ID or --ref REF';
		throw new Refusal('nothing is named', remedy, 2);
	}
}

/** Everything by which a photo could be recognised in a site: its texts, its address, its files. */
export async function marksOf(cache: string, { root }: Content, concerned: Concerned) {
	const removed = concerned.removed.map(({ trash }) => trash);
	const files = [...concerned.photos.map(({ file }) => file), ...concerned.recordings, ...removed];
	const names = files.map(async (file) =>
		// What is missing was told to be so, and nothing was made of it.
		namesMade(cache, await hashFile(join(root, file)).catch(() => 'missing')),
	);
	const gone = [...concerned.gone, ...concerned.removed.map(({ id }) => id)];
	const ids = [...new Set([...concerned.photos.map(({ id }) => id), ...gone])];
	const texts = [...concerned.photos, ...concerned.stories].flatMap(textsOf);
	return {
		ids: ids.flatMap((id) => [`/${id}/`, `"${id}"`]),
		texts: [...new Set(texts)].filter((text) => text.length >= telling),
		// All tiles of a photo begin alike, and in a site that beginning is their folder.
		names: [...new Set((await Promise.all(names)).flat().map((name) => name.split('-')[0]!))],
	};
}

/**
 * Writes down that consent was withdrawn, and takes the pictures out of the cache.
 *
 * @param erase nothing is kept of them: no file, no original, no text
 * @returns what was changed, in words
 */
export async function takeOut(
	{ cache }: Pick<Options, 'cache'>,
	content: Content,
	concerned: Concerned,
	erase: boolean,
): Promise<string[]> {
	// A repository that everybody may read must not go on having it.
	const bare = erase || content.exhibition.protection?.repository === 'public';
	const said = await write(content, marked(concerned, bare));
	// Labels for the hall are made anew from what is left.
	await rm(join(content.root, '.exhibition', 'labels'), { recursive: true, force: true });
	for (const photo of concerned.photos) {
		await forget(cache, await hashFile(join(content.root, photo.file)));
		if (erase) said.push(...(await eraseFiles(content, photo)));
		else if (bare || !photo.origin.source) said.push(await putAway(content, photo));
	}
	for (const photo of concerned.removed)
		said.push(...(await eraseRemoved(content, cache, photo, erase)));
	for (const file of concerned.recordings) {
		const source = await hashFile(join(content.root, file)).catch(() => undefined);
		if (source) await forget(cache, source);
	}
	if (!erase) return said;
	const files = [...concerned.recordings, ...concerned.stories.map(({ file }) => file)];
	for (const file of files) await rm(join(content.root, file), { force: true });
	if (await forgetStudio(content.root))
		said.push('the studio’s trash, backups and history are erased');
	return [...said, ...files.map((file) => `${file} is erased`)];
}

function marked(concerned: Concerned, bare: boolean) {
	try {
		return markWithdrawn(concerned, bare);
	} catch (error) {
		const remedy = 'write `consent: { status: withdrawn }` into the entries, and run this again';
		throw new Refusal((error as Error).message, remedy, 1);
	}
}

async function write(
	{ root }: Content,
	edits: ReturnType<typeof markWithdrawn>,
): Promise<string[]> {
	for (const [file, { before, after }] of edits) {
		const path = join(root, file);
		const whole = await readFile(path, 'utf8');
		const at = whole.indexOf(before);
		if (at < 0) throw new Refusal(`${file} was changed meanwhile`, 'run this again', 1);
		await writeWhole(path, whole.slice(0, at) + after + whole.slice(at + before.length));
	}
	return [...edits.keys()].map((file) => `${file} says so`);
}

/**
 * Looks for what was taken out in every file of the site and of the cache. What is said of others too is
 * no sign of it, and its own address may have its id.
 */
export async function leftOf(
	{ exhibition, asOf, channel, out, cache }: Options,
	{ ids, texts, names }: Awaited<ReturnType<typeof marksOf>>,
) {
	const { content, decisions } = await examine(exhibition, asOf, channel);
	const shown = publicExhibition(content, decisions, unmade(content));
	const others = JSON.stringify({ ...shown, withdrawn: [] });
	const own = (text: string) => !others.includes(JSON.stringify(text).slice(1, -1));
	const needles = [...ids.filter((id) => own(id.replaceAll(/[/"]/g, ''))), ...texts.filter(own)];
	const site = await tracesIn(out, [...needles, ...names]);
	const isAddress = (file: string) =>
		file === listName || ids.some((id) => `/${file}`.includes(id));
	const inSite = site.found.filter(({ file, text }) => !(ids.includes(text) && isAddress(file)));
	const kept = await tracesIn(cache, [...texts.filter(own), ...names]);
	return {
		files: site.files + kept.files,
		found: [
			...inSite.map(({ file }) => join(out, file)),
			...kept.found.map(({ file }) => join(cache, file)),
		],
	};
}
