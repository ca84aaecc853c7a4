import fc from 'fast-check';
import { stringify } from 'yaml';
import { smallPicture } from './folder.ts';

/** On this day. */
export const today = '2026-11-24';

const days = [
	'2020-01-01',
	'2023-11-23',
	'2023-11-24',
	'2026-11-23',
	today,
	'2026-11-25',
	'2030-01-01',
];
const day = fc.constantFrom(...days);
/** As often absent as there. */
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined, freq: 1 });

const consent = fc.record({
	status: fc.constantFrom(
		'given',
		'given',
		'given',
		'unknown',
		'refused',
		'withdrawn',
		'not_needed',
	),
	scope: maybe(fc.uniqueArray(fc.constantFrom('web', 'kiosk', 'print', 'social', 'press'))),
	identifiable: maybe(fc.constantFrom('yes', 'no')),
	guardian: maybe(fc.boolean()),
	given_on: maybe(day),
	expires_on: maybe(day),
	ref: fc.constant('REF-SECRET'),
});

const photo = fc.record({
	consent: fc.option(consent, { nil: undefined }),
	status: fc.constantFrom('published', 'published', 'published', 'draft'),
	hasAlt: fc.constantFrom(true, true, false),
	people: fc.uniqueArray(fc.constantFrom('adult', 'child')),
	isCovered: fc.boolean(),
	isChecked: fc.boolean(),
	note: fc.constant('NOTE-SECRET'),
});

const gallery = fc.record({
	status: fc.constantFrom('published', 'published', 'published', 'draft'),
	// Most are open, or next to nothing would be shown.
	publish_at: fc.constantFrom(undefined, undefined, ...days.slice(0, 6)),
	unpublish_at: fc.constantFrom(undefined, undefined, undefined, ...days.slice(3)),
	photos: fc.array(photo, { minLength: 1, maxLength: 6 }),
});

export type RandomPhoto = typeof photo extends fc.Arbitrary<infer T> ? T : never;
export type RandomGallery = typeof gallery extends fc.Arbitrary<infer T> ? T : never;

export const galleries = fc.array(gallery, { minLength: 1, maxLength: 5 });

export function idOf(gallery: number, photo: number): string {
	return `zq${gallery}x${photo}q`;
}

/** What only this photo says. */
export function wordsOf(id: string): string[] {
	return [`Title ${id}`, `Caption ${id}`, `Alt ${id}`];
}

/** Files of a content folder; every gallery also hangs the first photo of the one before. */
export async function filesOf(
	all: readonly RandomGallery[],
): Promise<Record<string, string | Buffer>> {
	const files: Record<string, string | Buffer> = {
		'exhibition.yaml': stringify({
			...{ format: 1, title: 'Random', languages: ['en'] },
			people: {
				adult: { name: 'Somebody', linkable: true },
				child: { name: 'Somechild', minor: true, linkable: true },
			},
		}),
	};
	for (const [at, { photos, ...rest }] of all.entries()) {
		const entries: object[] = photos.map((one, index) => entryOf(idOf(at, index), one));
		if (at > 0) entries.push({ ref: idOf(at - 1, 0) });
		files[`g${at}/gallery.yaml`] = stringify({ title: `Room ${at}`, ...rest, photos: entries });
		for (const [index] of photos.entries()) {
			const id = idOf(at, index);
			files[`g${at}/${id}.jpg`] = await smallPicture(id, 96, 64);
		}
	}
	return files;
}

function entryOf(id: string, { hasAlt, isCovered, isChecked, ...rest }: RandomPhoto): object {
	const [title, caption, alt] = wordsOf(id);
	return {
		...{ file: `${id}.jpg`, title, caption, ...rest },
		...(hasAlt ? { alt } : {}),
		...(isCovered ? { redact: [{ shape: 'rectangle', x: 0.1, y: 0.1, w: 0.2, h: 0.2 }] } : {}),
		...(isChecked ? { care: { checked_by: 'CHECKED-SECRET', checked_on: '2026-01-01' } } : {}),
	};
}

/** The rules of protection, once more and independently: may it be shown? */
export function mayBeShown(room: RandomGallery, one: RandomPhoto): boolean {
	const { consent: asked, people } = one;
	const isOpen =
		room.status === 'published' &&
		one.status === 'published' &&
		!(room.publish_at && room.publish_at > today) &&
		!(room.unpublish_at && room.unpublish_at < today);
	const isGiven = asked?.status === 'given';
	const isAgreed = isGiven
		? (asked.scope ?? ['web']).includes('web') && !isOver(asked)
		: asked?.status === 'not_needed';
	const unknowable = one.isCovered || asked?.identifiable === 'no';
	const isSafe = !people.includes('child') || (asked?.guardian === true && unknowable);
	const isUnchecked =
		asked?.identifiable === 'no' && !one.isCovered && !one.isChecked && people.length > 0;
	return isOpen && isAgreed && isSafe && !isUnchecked && one.hasAlt;
}

function isOver({
	expires_on: own,
	given_on: given,
}: NonNullable<RandomPhoto['consent']>): boolean {
	// Three years, on this day's calendar.
	const end = own ?? (given && `${Number(given.slice(0, 4)) + 3}${given.slice(4)}`);
	return end !== undefined && end < today;
}
