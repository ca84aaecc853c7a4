import type { Json, SetOperation, StoryOperation, Subject } from '../../contract/operations.ts';
import type { Plan } from '../plan.ts';
import { Unfit } from '../studio-refusal.ts';
import { isMap, own } from '../text/value.ts';
import { plain } from './story.ts';
import { renamedIn } from './story-names.ts';

/** A place that names a photo by its id, and how it follows when that is another. */
export interface Naming {
	/** As a curator calls it. */
	place: string;
	operation: SetOperation | StoryOperation;
}

/** Every such place, as the plan leaves it so far. */
export async function namingsOf(plan: Plan, id: string, next: string): Promise<Naming[]> {
	return [
		...(await inGalleries(plan, id, next)),
		...(await inExhibition(plan, id, next)),
		...(await inStories(plan, id, next)),
	];
}

/**
 * Ids that a photo cannot have.
 *
 * @param next undefined: whatever its file's name gives
 * @throws {Unfit} where another has it, or where something would go on naming what is not there any more
 */
export async function refuseId(plan: Plan, id: string, next: Json | undefined): Promise<void> {
	const isTaken = (one: string) => plan.book.hasPhoto(one) || plan.given.has(one);
	if (typeof next === 'string' && next !== id && isTaken(next))
		throw new Unfit(`"id" of ${id} cannot be "${next}": another photo has it.`, 'choose another');
	if (typeof next === 'string') plan.given.add(next);
	if (next !== undefined) return;
	const places = (await namingsOf(plan, id, id)).map(({ place }) => place);
	if (places.length === 0) return;
	throw new Unfit(
		`"id" of ${id} cannot be taken away: ${places.join(', ')} would not find the photo any more.`,
		'write another id instead, which they follow, or change these places first',
	);
}

async function inGalleries(plan: Plan, id: string, next: string): Promise<Naming[]> {
	const { book } = plan;
	const found: Naming[] = [];
	for (const { id: gallery, file } of new Set([...book.coverOf(id), ...book.guestIn(id)])) {
		const draft = await plan.draft(file);
		const cover = { kind: 'gallery', gallery } as const;
		if (own(draft.values, 'cover') === id)
			found.push(naming(`the cover of ${gallery}`, cover, ['cover'], id, next));
		for (const { key, value } of draft.items('photos') ?? []) {
			const of = { kind: 'text', gallery, key } as const;
			if (own(value, 'ref') === id)
				found.push(naming(`its place in ${gallery}`, of, ['ref'], id, next));
		}
	}
	return found;
}

async function inExhibition(plan: Plan, id: string, next: string): Promise<Naming[]> {
	const file = 'exhibition.yaml';
	if ((await plan.reading.text(file)) === undefined) return [];
	const { values } = await plan.draft(file);
	const of = { kind: 'exhibition' } as const;
	const photographers = own(values, 'photographers');
	const portraits = Object.keys(isMap(photographers) ? photographers : {}).filter(
		(one) => own(own(photographers, one), 'portrait') === id,
	);
	const attract = own(own(values, 'kiosk'), 'attract');
	const list = Array.isArray(attract) ? (attract as readonly Json[]) : [];
	const others = list.map((one) => (one === id ? next : one));
	return [
		...portraits.map((one) =>
			naming(`the portrait of ${one}`, of, ['photographers', one, 'portrait'], id, next),
		),
		...(list.includes(id)
			? [naming('what the kiosk shows to attract', of, ['kiosk', 'attract'], list, others)]
			: []),
	];
}

async function inStories(plan: Plan, id: string, next: string): Promise<Naming[]> {
	const found: Naming[] = [];
	for (const name of await plan.reading.names('stories')) {
		const [, story, lang] = /^([a-z0-9-]+)\.([A-Za-z0-9-]+)\.md$/.exec(name) ?? [];
		if (!story || !lang || !plan.book.languages.includes(lang)) continue;
		const file = `stories/${name}`;
		const known = plan.stories.get(file);
		const was = plain(known ? known.after : await plan.reading.text(file));
		const text = was && renamedIn({ file, text: was, languages: plan.book.languages }, id, next);
		if (text === undefined || text === '') continue;
		const operation = { do: 'story', story, lang, was, text } as const;
		found.push({ place: `the story ${story}, ${lang}`, operation });
	}
	return found;
}

function naming(place: string, of: Subject, path: string[], was: Json, value: Json): Naming {
	return { place, operation: { do: 'set', of, path, was, value } };
}
