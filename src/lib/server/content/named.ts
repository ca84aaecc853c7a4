import type { Text } from '../../model.ts';
import { atOrigin } from './galleries.ts';
import { mentions } from './names.ts';
import { problem, start, type Problem } from './problems.ts';
import type { Content, PhotoRecord, StoryRecord } from './record.ts';
import type { Path, Source } from './source.ts';

/** What is never published may say a real name. */
const hidden = new Set([
	'note',
	'consent',
	'care',
	'reason',
	'file',
	'audio',
	'protection',
	'portrait',
]);

const remedy = 'write the name that the person chose, or leave it out';

/**
 * Every place where a name stands that must not appear: in what people wrote, in stories, and in what
 * the files say of themselves. The name itself is not repeated.
 */
export function namedTexts(
	content: Pick<Content, 'photos' | 'stories' | 'galleries' | 'exhibition' | 'source'>,
	listed: readonly string[],
): Problem[] {
	if (listed.length === 0) return [];
	const sources = new Map<Source, unknown>();
	if (content.source) sources.set(content.source, content.source.parse().value);
	for (const { origin } of [...content.galleries, ...content.stories]) {
		if (origin.source) sources.set(origin.source, origin.source.parse().value);
	}
	return [
		...[...sources].flatMap(([source, value]) => inYaml(source, value, [], listed)),
		...content.stories.flatMap((story) => inBody(story, listed)),
		...content.photos.flatMap((photo) => inFile(photo, listed)),
	];
}

function inYaml(source: Source, value: unknown, path: Path, listed: readonly string[]): Problem[] {
	if (typeof value === 'string') {
		if (!mentions(value, listed)) return [];
		return [told(source.file, source.position(path, 'value'))];
	}
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => {
		if (hidden.has(key)) return [];
		const step = Array.isArray(value) ? Number(key) : key;
		return inYaml(source, inner, [...path, step], listed);
	});
}

function inBody({ body, file, origin }: StoryRecord, listed: readonly string[]): Problem[] {
	const before = origin.source ? origin.source.text.split('\n').length + 1 : 0;
	return body.split('\n').flatMap((line, index) => {
		const position = { line: before + index + 1, column: 1 };
		return mentions(line, listed) ? [told(file, position)] : [];
	});
}

/** What was taken from the file: what was written over it is published instead, and is looked at there. */
function inFile(photo: PhotoRecord, listed: readonly string[]): Problem[] {
	const { entry, credit, place } = photo;
	const own = (key: keyof typeof entry, ...texts: (Text | undefined)[]) =>
		entry[key] === undefined ? texts.flatMap((text) => Object.values(text ?? {})) : [];
	const texts = [
		...(['title', 'caption', 'alt', 'description'] as const).flatMap((key) => own(key, photo[key])),
		...own('credit', credit.line, credit.copyright, { creator: credit.creator ?? '' }),
		...own('place', place?.name, place?.region, place?.city),
		...own('keywords', { all: photo.keywords.join('\n') }),
	];
	if (!texts.some((text) => mentions(text, listed))) return [];
	const { position } = atOrigin(photo.origin, [], 'value');
	const message = 'the file’s own texts hold a name that must not be published';
	const where = photo.origin.source ? position : start;
	return [
		problem(
			'error',
			photo.origin.file,
			where,
			`"${photo.id}": ${message}`,
			`${remedy}: write title, caption, alt and credit into its entry`,
		),
	];
}

function told(file: string, position: { line: number; column: number }): Problem {
	return problem(
		'error',
		file,
		position,
		'this text holds a name that must not be published',
		remedy,
	);
}
