import { fold } from '../../fold.ts';
import type { FacetValue } from '../../facets.ts';
import type { Exhibition, Photo, Text } from '../../model.ts';
import { hashText } from './hash.ts';
import { isReserved, slug } from './slug.ts';

type Shown = Pick<Exhibition, 'galleries' | 'photos' | 'photographers' | 'people' | 'languages'>;
/** A value as one photo has it, with what its address is made from. */
type Found = Omit<FacetValue, 'slug' | 'photos'> & { stem: string };

/**
 * What photos have in common, by which a visitor finds others: gallery, place, year, person, theme,
 * photographer. Made from what is published alone, of photos that hang, in the order in which they hang.
 * People only where they are `linkable`. What nothing but noted photos say is no value: it would tell
 * outside of the note what stands behind it.
 */
export function facetsOf(shown: Shown): FacetValue[] {
	const grouped = new Map<string, Gathered>();
	const gather = (photo: Photo, found: Found) => {
		const id = `${found.facet} ${found.key}`;
		const value = grouped.get(id) ?? { found, photos: new Set(), isOpen: false };
		value.photos.add(photo.id);
		value.isOpen ||= plain.has(found.facet) || !isNoted(shown, photo);
		grouped.set(id, value);
	};
	for (const { id, title, hangings } of shown.galleries) {
		const gallery: Found = { facet: 'gallery', key: id, stem: id, name: title };
		for (const photo of photosOn(shown, hangings)) gather(photo, gallery);
	}
	const hung = new Set(shown.galleries.flatMap(({ hangings }) => photosOn(shown, hangings)));
	for (const photo of hung) for (const found of foundIn(shown, photo)) gather(photo, found);
	return addressed([...grouped.values()].filter(({ isOpen }) => isOpen));
}

interface Gathered {
	found: Found;
	photos: Set<string>;
	/** Something of it is to be seen without passing a content note. */
	isOpen: boolean;
}

/** These say nothing of what a picture shows. */
const plain: ReadonlySet<string> = new Set(['gallery', 'year', 'photographer']);

function photosOn({ photos }: Shown, hangings: Shown['galleries'][number]['hangings']): Photo[] {
	return hangings.flatMap((one) => (one.kind === 'photo' ? (photos[one.id] ?? []) : []));
}

function isNoted({ galleries }: Shown, { gallery, warnings }: Photo): boolean {
	const home = galleries.find(({ id }) => id === gallery);
	return [...warnings, ...(home?.warnings ?? [])].length > 0;
}

function foundIn({ people, photographers, languages }: Shown, photo: Photo): Found[] {
	const year = photo.date?.value.slice(0, 4);
	const author = photo.credit.photographer ?? '';
	const found: (Found | undefined)[] = [
		...placesOf(photo, languages),
		year ? { facet: 'year', key: year, stem: year } : undefined,
		...photo.people.map((id) => {
			const person = people[id];
			return person?.linkable ? named('person', id, person.name) : undefined;
		}),
		...photo.keywords.filter((word) => !isName(photo, people, word)).map(themeOf),
		photographers[author] && named('photographer', author, photographers[author].name),
	];
	return found.filter((one) => one !== undefined);
}

/** A name as a keyword would join the pictures of somebody all the same. */
function isName(photo: Photo, people: Shown['people'], word: string): boolean {
	const names = photo.people.flatMap((id) => [id, ...Object.values(people[id]?.name ?? {})]);
	return names.some((name) => fold(name).trim() === fold(word).trim());
}

function named(facet: FacetValue['facet'], id: string, name: Text): Found {
	return { facet, key: id, stem: id, name };
}

function themeOf(word: string): Found | undefined {
	const key = fold(word).trim();
	return key === '' ? undefined : { facet: 'theme', key, stem: word, word };
}

/** The widest first; each lies within the one before, so that towns of one name in two countries stay apart. */
function placesOf({ place }: Photo, languages: Shown['languages']): Found[] {
	const found: Found[] = [];
	for (const level of ['country', 'region', 'city', 'name'] as const) {
		const part = place?.[level];
		const name = typeof part === 'string' ? undefined : part;
		const word = typeof part === 'string' ? part : sourceOf(name, languages);
		if (!word) continue;
		const last = found.at(-1);
		const key = [last?.key, fold(word)].filter(Boolean).join('/');
		const stem = last ? `${last.stem} ${word}` : word;
		found.push({ facet: 'place', key, stem, level, within: last?.key, name });
	}
	return found;
}

function sourceOf(text: Text | undefined, languages: Shown['languages']): string | undefined {
	const order = [...languages, ...Object.keys(text ?? {}).sort()];
	return order.map((lang) => text?.[lang]?.trim()).find(Boolean);
}

/**
 * An address for each. Of those that would get the same one, all take a suffix from the hash of their key,
 * never from their order: adding a photo changes no other's address.
 */
function addressed(values: readonly Gathered[]): FacetValue[] {
	const address = ({ facet, stem }: Found) => `${facet} ${slug(stem)}`;
	const count = new Map<string, number>();
	for (const { found } of values) count.set(address(found), (count.get(address(found)) ?? 0) + 1);
	return values.map(({ found: { stem, ...found }, photos }) => {
		const base = slug(stem);
		const isFree = count.get(address({ stem, ...found })) === 1 && !isReserved(base);
		const suffixed = `${base || 'p'}-${hashText(found.key).slice(0, 6)}`;
		return { ...found, slug: isFree && base !== '' ? base : suffixed, photos: [...photos] };
	});
}
