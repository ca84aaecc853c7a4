import { linesBefore } from './markdown.ts';
import type { Position } from './problems.ts';
import type { Content, StoryRecord } from './record.ts';
import { exhibition as exhibitionSchema } from './schema/exhibition.ts';
import { gallery as gallerySchema } from './schema/gallery.ts';
import type { Shape } from './shape.ts';
import type { Path, Source } from './source.ts';
import { eachText } from './translations.ts';
import { groupBy } from './tree.ts';

/** A text in all the languages that it was written in. */
export interface WrittenText {
	/** Stays the same when entries change their order. */
	key: string;
	texts: Readonly<Record<string, string>>;
	/** Where it stands, if that is in YAML. */
	yaml?: { source: Source; path: Path };
	/** File and line of it in a language, or of the text as a whole. */
	at(language: string): { file: string; position: Position };
}

/** Every text of an exhibition that may be translated. */
export function writtenTexts(content: Content): WrittenText[] {
	const [source = 'en'] = content.languages;
	const galleries = content.galleries.flatMap(({ origin }) =>
		origin.source ? inYaml(origin.source, gallerySchema, source) : [],
	);
	return [
		...(content.source ? inYaml(content.source, exhibitionSchema, source) : []),
		...galleries,
		...[...groupBy(content.stories, ({ id }) => id).values()].map(ofStory),
	];
}

function inYaml(file: Source, schema: unknown, language: string): WrittenText[] {
	const found: WrittenText[] = [];
	const { value } = file.parse();
	const path: (string | number)[] = [];
	eachText(schema as Shape, value, path, (written) => {
		const texts = textsOf(written, language);
		const here = [...path];
		const key = [file.file, ...named(value, here)].join('/');
		const at = (of: string) => ({
			file: file.file,
			position: file.position(texts[of] === undefined ? here : [...here, of]),
		});
		found.push({ key, texts, yaml: { source: file, path: here }, at });
	});
	return found;
}

function textsOf(written: unknown, language: string): Record<string, string> {
	const map = typeof written === 'string' ? { [language]: written } : Object(written ?? {});
	const entries = Object.entries(map as Record<string, unknown>);
	return Object.fromEntries(
		entries.filter((entry): entry is [string, string] => {
			return typeof entry[1] === 'string' && entry[1].trim() !== '';
		}),
	);
}

/** Items of lists by what they are called, not by where they stand. */
function named(value: unknown, path: Path): string[] {
	let inner = value;
	return path.map((step) => {
		inner = (inner as Record<string | number, unknown> | undefined)?.[step];
		const { id, file, ref } = Object(inner) as Record<string, unknown>;
		const name = file ?? id ?? ref;
		return typeof step === 'number' && typeof name === 'string' ? name : String(step);
	});
}

/** As one text. */
export function wholeStory({ matter, body }: Pick<StoryRecord, 'matter' | 'body'>): string {
	return [matter.title, matter.summary, body].filter(Boolean).join('\n');
}

/** A story is one text: its title, its summary and all of its body. */
function ofStory(versions: readonly StoryRecord[]): WrittenText {
	const [first] = versions as [StoryRecord];
	return {
		key: `stories/${first.id}`,
		texts: Object.fromEntries(versions.map((one) => [one.lang, wholeStory(one)])),
		at(language) {
			const one = versions.find(({ lang }) => lang === language) ?? first;
			return { file: one.file, position: { line: linesBefore(one) + 1, column: 1 } };
		},
	};
}
