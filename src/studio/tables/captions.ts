import type { Content } from '../../lib/server/content/record.ts';
import { csvText } from './csv.ts';
import { captionFields, shownText } from './fields.ts';

/** All texts of all photos, one row each in hanging order, as a .csv that comes back through {@link compare}. */
export function captionsCsv({ photos, languages }: Content): string {
	const columns = captionFields.flatMap((field) =>
		languages.map((language) => ({ field, language })),
	);
	const header = ['id', 'file', ...columns.map(({ field, language }) => `${field}/${language}`)];
	const rows = photos.map((photo) => [
		...[photo.id, photo.file],
		...columns.map(({ field, language }) => shownText(photo, field)[language] ?? ''),
	]);
	return csvText([header, ...rows]);
}
