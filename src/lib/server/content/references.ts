import { atOrigin } from './galleries.ts';
import { suggestion } from './nearest.ts';
import { problem, type Problem } from './problems.ts';
import type { Content, GalleryRecord, Origin, PhotoRecord } from './record.ts';
import type { Path } from './source.ts';
import { deadDirectives } from './directives.ts';
import { goneIds } from './withdrawn.ts';

interface Known {
	photo: readonly string[];
	gallery: readonly string[];
	person: readonly string[];
	photographer: readonly string[];
	story: readonly string[];
	language: readonly string[];
}

/** Every id that something refers to and that nothing has: each an error at its place. */
export function deadReferences(content: Content): Problem[] {
	const known: Known = {
		// What was withdrawn with its file may still be named: there it is left out.
		photo: [...content.photos.map(({ id }) => id), ...goneIds(content)],
		gallery: content.galleries.map(({ id }) => id),
		person: Object.keys(content.exhibition.people ?? {}),
		photographer: Object.keys(content.exhibition.photographers ?? {}),
		story: [...new Set(content.stories.map(({ id }) => id))],
		language: content.languages,
	};
	const check = checker(known);
	return [
		...content.photos.flatMap((photo) => ofPhoto(photo, check)),
		...content.galleries.flatMap((gallery) => ofGallery(gallery, check)),
		...ofExhibition(content, check),
		...content.stories.flatMap(({ matter, origin }) =>
			many('person', matter.people, origin, ['people'], check),
		),
		...content.stories.flatMap((story) => deadDirectives(story, known)),
	];
}

type Check = (kind: keyof Known, id: string | undefined, origin: Origin, path: Path) => Problem[];

function checker(known: Known): Check {
	const sets = new Map(Object.entries(known).map(([kind, ids]) => [kind, new Set<string>(ids)]));
	return (kind, id, origin, path) => {
		if (id === undefined || sets.get(kind)?.has(id)) return [];
		const { file, position } = atOrigin(origin, path, 'value');
		return [
			problem('error', file, position, `there is no ${kind} "${id}"`, suggestion(id, known[kind])),
		];
	};
}

function many(
	kind: keyof Known,
	ids: readonly (string | undefined)[] | undefined,
	origin: Origin,
	path: Path,
	check: Check,
): Problem[] {
	return (ids ?? []).flatMap((id, index) => check(kind, id, origin, [...path, index]));
}

function ofPhoto({ entry, origin }: PhotoRecord, check: Check): Problem[] {
	return [
		...many('person', entry.people, origin, ['people'], check),
		...many('story', entry.stories, origin, ['stories'], check),
		...check('photographer', entry.credit?.photographer, origin, ['credit', 'photographer']),
	];
}

function ofGallery(gallery: GalleryRecord, check: Check): Problem[] {
	const { origin, cover, sections, hangings, defaults } = gallery;
	const known = new Set(sections.map(({ id }) => id));
	const strayed = hangings.flatMap((hanging) => {
		if (hanging.section === undefined || known.has(hanging.section)) return [];
		const { file, position } = atOrigin(hanging.origin, ['section'], 'value');
		const message = `there is no section "${hanging.section}" in this gallery`;
		return [problem('error', file, position, message, suggestion(hanging.section, [...known]))];
	});
	return [
		...check('photo', cover, origin, ['cover']),
		...check('photographer', defaults?.credit?.photographer, origin, [
			'defaults',
			'credit',
			'photographer',
		]),
		...hangings.flatMap((one) =>
			one.kind === 'ref' ? check('photo', one.id, one.origin, ['ref']) : [],
		),
		...strayed,
	];
}

function ofExhibition({ exhibition, source }: Content, check: Check): Problem[] {
	const origin: Origin = { source, path: [], file: 'exhibition.yaml' };
	const { photographers = {}, defaults, kiosk } = exhibition;
	return [
		...check('photographer', defaults?.credit?.photographer, origin, [
			'defaults',
			'credit',
			'photographer',
		]),
		...check('language', kiosk?.language, origin, ['kiosk', 'language']),
		...many('photo', kiosk?.attract, origin, ['kiosk', 'attract'], check),
		...Object.entries(photographers).flatMap(([id, one]) =>
			check('photo', one?.portrait, origin, ['photographers', id, 'portrait']),
		),
	];
}
