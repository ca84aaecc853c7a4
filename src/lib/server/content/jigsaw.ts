import { atOrigin } from './galleries.ts';
import { problem, type Problem } from './problems.ts';
import type { Decision } from './publish.ts';
import type { Content, PhotoRecord } from './record.ts';
import { groupBy } from './tree.ts';

/**
 * One picture of a person hides who they are, another shows it: side by side they tell it. Unless the
 * person said that their pictures may be joined, that is an error at each picture that shows them.
 */
export function jigsaw(
	{ photos, exhibition }: Pick<Content, 'photos' | 'exhibition'>,
	decisions: ReadonlyMap<string, Decision>,
): Problem[] {
	const shown = photos.filter(({ id }) => decisions.get(id)?.published);
	const pairs = shown.flatMap((photo) => photo.people.map((person) => ({ person, photo })));
	return [...groupBy(pairs, ({ person }) => person)].flatMap(([person, members]) => {
		if (exhibition.people?.[person]?.linkable) return [];
		const hides = members.find(({ photo }) => isHidden(photo))?.photo;
		const shows = members.filter(({ photo }) => !isHidden(photo));
		return hides ? shows.map(({ photo }) => told(photo, person, hides)) : [];
	});
}

function isHidden({ redact, consent }: PhotoRecord): boolean {
	return redact.length > 0 || consent?.identifiable === 'no';
}

function told({ id, origin }: PhotoRecord, person: string, hides: PhotoRecord): Problem {
	const { file, position } = atOrigin(origin, ['people']);
	const message = `"${id}" shows ${person}, who is not to be recognised in "${hides.id}"`;
	const remedy = `hold one of them back, or set \`people.${person}.linkable: true\` if the person agreed`;
	return problem('error', file, position, message, remedy);
}
