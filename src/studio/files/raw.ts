import type { Source } from '../../lib/server/content/source.ts';
import { isMap, type Values } from './text/value.ts';

const known = new WeakMap<Source, Values>();

/** What a YAML file says, as written; nothing where it cannot be read. */
export function rawOf(source: Source | undefined): Values {
	if (!source) return {};
	const before = known.get(source);
	if (before) return before;
	const { value } = source.parse();
	const values = isMap(value) ? value : {};
	known.set(source, values);
	return values;
}
