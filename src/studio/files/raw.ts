import type { Source } from '../../lib/server/content/source.ts';
import { isMap, type Values } from './text/value.ts';

/** What a YAML file says, as written; nothing where it cannot be read. */
export function rawOf(source: Source | undefined): Values {
	const value = source?.parse().value;
	return isMap(value) ? value : {};
}
