import { suggestion } from '../../lib/server/content/nearest.ts';
import type { Content } from '../../lib/server/content/record.ts';
import type { Mapping } from '../contract/tables.ts';
import { captionFields, isCaptionField, type CaptionField } from './fields.ts';

const keys = ['id', 'file', 'number'] as const;

/** What a mapping means, and what is wrong with it. */
export interface Columns {
	keys: readonly { column: number; key: (typeof keys)[number] }[];
	texts: readonly { column: number; field: CaptionField; language: string }[];
	refused: readonly string[];
}

export function columnsOf(mapping: Mapping, { languages }: Pick<Content, 'languages'>): Columns {
	const found = Object.entries(mapping).map(([column, what]) => {
		const [field, language = languages[0] ?? 'en'] = what.split('/');
		return { column: Number(column), what, field, language };
	});
	const texts = found.flatMap(({ column, field, language }) =>
		isCaptionField(field) && languages.includes(language) ? [{ column, field, language }] : [],
	);
	const isKey = (field: string | undefined) => keys.some((key) => key === field);
	const byKey = found.filter(({ field }) => isKey(field));
	const strange = found.filter(
		({ field, language }) =>
			!isKey(field) && !(isCaptionField(field) && languages.includes(language)),
	);
	const whats = found.map(({ what }) => what);
	const twice = whats.filter((what, index) => whats.indexOf(what) !== index);
	return {
		keys: byKey.map(({ column, field }) => ({ column, key: field as (typeof keys)[number] })),
		texts,
		refused: [
			...strange.map(
				({ what }) =>
					`"${what}" is nothing that a photo has: ${suggestion(what, whatThereIs(languages))}`,
			),
			...[...new Set(twice)].map((what) => `two columns are "${what}": leave one of them alone`),
			...(byKey.length === 0
				? ['no column says which photo a row is of: name the one with id, file or number']
				: []),
			...(texts.length === 0 ? ['no column has a text: name one, such as caption/tg'] : []),
		],
	};
}

function whatThereIs(languages: readonly string[]): string[] {
	const texts = captionFields.flatMap((field) => languages.map((one) => `${field}/${one}`));
	return [...keys, ...texts];
}
