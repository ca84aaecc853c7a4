import { exhibition } from '../../lib/server/content/schema/exhibition.ts';
import { gallery } from '../../lib/server/content/schema/gallery.ts';
import { photo, reference, wallText } from '../../lib/server/content/schema/photo.ts';
import { shapeOf, type Shape } from '../../lib/server/content/shape.ts';
import type { KeyOrder } from './text/map-text.ts';
import { isMap } from './text/value.ts';

/** Keys stand in the order in which the schema names them, languages in the exhibition's. */
function orderIn(schema: unknown, languages: readonly string[]): KeyOrder {
	return (path) => {
		const inner = path.reduce<Shape>(
			(shape, key) => shapeOf(shape.entries?.[key] ?? shape.value ?? {}, {}),
			shapeOf(schema as Shape, {}),
		);
		return inner.entries ? Object.keys(inner.entries) : languages;
	};
}

/** Of one of the two kinds of files. */
export function fileOrder(file: string, languages: readonly string[]): KeyOrder {
	return orderIn(file === 'exhibition.yaml' ? exhibition : gallery, languages);
}

/** Of an item of `photos:` or `sections:`. */
export function itemOrder(item: unknown, languages: readonly string[]): KeyOrder {
	if (isMap(item) && 'file' in item) return orderIn(photo, languages);
	if (isMap(item) && 'ref' in item) return orderIn(reference, languages);
	if (isMap(item) && 'text' in item) return orderIn(wallText, languages);
	return (path) => (path.length === 0 ? ['id', 'title'] : languages);
}
