import { problem, start, type Problem } from './problems.ts';
import { readYaml, type Read } from './read-file.ts';
import { exhibition as schema, type ExhibitionFile } from './schema/exhibition.ts';
import { untranslated } from './translations.ts';

/** exhibition.yaml with what it lacks; undefined in open mode, where there is none. */
export async function readExhibitionFile(root: string): Promise<Read<ExhibitionFile> | undefined> {
	const read = await readYaml(root, 'exhibition.yaml', schema);
	if (!read?.source || read.written === undefined) return read;
	const { value, source } = read;
	const missing = untranslated(schema, value, source, languagesOf(value));
	return { ...read, problems: [...read.problems, ...missing, ...lacking(read.written)] };
}

/** The languages of an exhibition; the first is the source. Open mode has one. */
export function languagesOf(value: Partial<ExhibitionFile> | undefined): string[] {
	const languages = (value?.languages ?? []).filter((language) => language !== undefined);
	return languages.length > 0 ? [...new Set(languages)] : ['en'];
}

const useful = {
	public_url: [
		'so there are no canonical links, feeds, cards and QR codes',
		'write the address it will be published at',
	],
	help: ['so nobody who needs help finds a number', 'list telephone numbers under `help:`'],
	withdrawal: [
		'so nobody in a picture learns whom to ask',
		'write telephone or mail and `days:` under `withdrawal:`',
	],
} as const;

function lacking(written: unknown): Problem[] {
	const given = Object(written) as Record<string, unknown>;
	const keys = Object.keys(useful) as (keyof typeof useful)[];
	return keys
		.filter((key) => isBlank(given[key]))
		.map((key) => {
			const [effect, remedy] = useful[key];
			return problem('warning', 'exhibition.yaml', start, `"${key}" is missing, ${effect}`, remedy);
		});
}

/** `help: []` and `withdrawal: {}` are as good as nothing. */
function isBlank(value: unknown): boolean {
	return value === undefined || value === '' || (typeof value === 'object' && isEmpty(value));
}

function isEmpty(value: object | null): boolean {
	return Object.keys(value ?? {}).length === 0;
}
