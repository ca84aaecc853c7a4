import type { Exhibition, Person, Photo, Photographer, Text, Warning } from '../../model.ts';
import type { Story } from '../../story-model.ts';
import type { Content } from './record.ts';
import type { ExhibitionFile } from './schema/exhibition.ts';
import type { GalleryFile } from './schema/gallery.ts';
import { asText, byId, present } from './text.ts';

type Written = Parameters<typeof asText>[0];
type Photos = Readonly<Record<string, Photo>>;

/** What stands around the pictures: people, photographers, addresses; only of those who are shown. */
export function publicAround(
	{ exhibition, languages }: Content,
	photos: Photos,
	stories: Exhibition['stories'],
) {
	const source = languages[0] ?? 'en';
	const shown = Object.values(photos);
	const { withdrawal } = exhibition;
	const needed = {
		people: new Set([...shown, ...Object.values(stories)].flatMap(namedIn)),
		photographers: new Set(shown.map(({ credit }) => credit.photographer)),
	};
	return {
		people: publicPeople(exhibition, needed.people, source),
		photographers: publicPhotographers(exhibition, needed.photographers, photos, source),
		...publicContact(exhibition, source),
		withdrawal: withdrawal && {
			telephone: withdrawal.telephone,
			email: withdrawal.email,
			days: withdrawal.days,
		},
	};
}

/** Who is in a picture, who is told of, who is quoted. */
function namedIn(one: Photo | Story): string[] {
	if (!('texts' in one)) return [...one.people];
	const blocks = Object.values(one.texts).flatMap((text) => text.blocks);
	const quoted = blocks.flatMap((block) => (block.kind === 'quote' ? (block.by ?? []) : []));
	return [...one.people, ...quoted];
}

export function publicWarnings(warnings: GalleryFile['warnings'], source: string): Warning[] {
	return present(warnings).map(({ kind, text }) => ({ kind, text: asText(text, source) }));
}

function publicPeople(
	{ people }: Content['exhibition'],
	needed: ReadonlySet<string>,
	source: string,
): Record<string, Person> {
	const known = Object.entries(people ?? {}).filter(([id, one]) => one && needed.has(id));
	return byId(
		known.map(([id, { name, name_changed: nameChanged = false, linkable = false }]) => [
			id,
			{ name: sure(name, source), nameChanged, linkable },
		]),
	);
}

function publicPhotographers(
	{ photographers }: Content['exhibition'],
	needed: ReadonlySet<string | undefined>,
	photos: Photos,
	source: string,
): Record<string, Photographer> {
	const known = Object.entries(photographers ?? {}).filter(([id, one]) => one && needed.has(id));
	return byId(
		known.map(([id, { name, biography, statement, portrait, url }]) => [
			id,
			{
				name: sure(name, source),
				biography: asText(biography, source),
				statement: asText(statement, source),
				portrait: portrait !== undefined && photos[portrait] ? portrait : undefined,
				url,
			},
		]),
	);
}

function publicContact({ organisation, venues, help }: Partial<ExhibitionFile>, source: string) {
	return {
		organisation: organisation && {
			name: asText(organisation.name, source),
			address: asText(organisation.address, source),
			telephone: listOf(organisation.telephone),
			fax: listOf(organisation.fax),
			email: organisation.email,
		},
		venues: present(venues).map(({ name, address, from, until, hours }) => ({
			name: sure(name, source),
			address: asText(address, source),
			from,
			until,
			hours: asText(hours, source),
		})),
		help: present(help).map(({ text, telephone, country }) => {
			return { text: sure(text, source), telephone, country };
		}),
	};
}

function sure(written: Written, source: string): Text {
	return asText(written, source) ?? {};
}

function listOf(value: string | readonly (string | undefined)[] | undefined): string[] {
	return typeof value === 'string' ? [value] : present(value);
}
