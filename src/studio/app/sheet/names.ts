import type { Say } from '../words.svelte.ts';
import { autonym } from '../../../lib/i18n/dates.ts';
import type { Column, Field } from './change.ts';

const names = {
	title: 'title',
	caption: 'caption',
	alt: 'alt',
	description: 'description',
	'place.name': 'place',
	'place.city': 'city',
	'credit.line': 'credit',
	keywords: 'keywords',
	'date.value': 'date',
	'place.country': 'country',
} as const;

export function fieldName({ key }: Field, say: Say): string {
	return say(names[key as keyof typeof names] ?? 'title');
}

export function columnName({ field, lang }: Column, say: Say): string {
	return field.kind === 'text'
		? `${fieldName(field, say)}, ${autonym(lang)}`
		: fieldName(field, say);
}
