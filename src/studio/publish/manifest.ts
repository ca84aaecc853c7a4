import * as v from 'valibot';
import { compare } from '../../lib/server/content/problems.ts';

/** At the top of what we publish: what of it is ours. */
export const manifestName = '.nigoh-published.json';
/** Ends the name of a file that is still on its way. */
export const draftEnd = '.nigoh-draft';

/** What comes back from a host may have been written by anybody: no path of it may leave the place. */
const path = v.pipe(
	v.string(),
	v.check((text) => isInside(text) && text !== manifestName),
);

const file = v.object({
	path,
	sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
	bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
	/** Ids of the photos it belongs to, where it is of nothing else. */
	of: v.optional(v.array(v.string())),
});

const schema = v.object({
	format: v.literal(1),
	/** Without it a publication has begun: of each file one of those listed may be there, or none. */
	complete: v.boolean(),
	files: v.array(file),
});

export type PublishedFile = v.InferOutput<typeof file>;
export type Manifest = v.InferOutput<typeof schema>;

export const nothing: Manifest = { format: 1, complete: true, files: [] };

/** What a place says of itself; undefined where that is not ours or was spoilt. */
export function parseManifest(text: string): Manifest | undefined {
	try {
		const { success, output } = v.safeParse(schema, JSON.parse(text));
		return success ? output : undefined;
	} catch {
		return undefined;
	}
}

export function manifestText(complete: boolean, files: readonly PublishedFile[]): string {
	const sorted = [...files].sort((a, b) => compare(a.path, b.path) || compare(a.sha256, b.sha256));
	const lines = sorted.map((one) => `\n\t${JSON.stringify(one)}`);
	return `{"format":1,"complete":${complete},"files":[${lines.join(',')}\n]}\n`;
}

/** Both lists, each file of one content once. */
export function united(a: readonly PublishedFile[], b: readonly PublishedFile[]): PublishedFile[] {
	return [...new Map([...a, ...b].map((one) => [`${one.sha256} ${one.path}`, one])).values()];
}

/** Ids of the photos that something of is there. */
export function photosIn(files: readonly PublishedFile[]): ReadonlySet<string> {
	return new Set(files.flatMap(({ of = [] }) => of));
}

function isInside(text: string): boolean {
	if (text === '' || /[\\:\0]/.test(text)) return false;
	return text.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
