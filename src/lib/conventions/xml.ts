import Builder from 'fast-xml-builder';

/** A document as nested elements; keys with `@` are attributes, `#text` is what stands between. */
export interface Element {
	readonly [name: string]: string | undefined | Element | readonly Element[] | readonly string[];
}

const builder = new Builder({
	attributeNamePrefix: '@',
	ignoreAttributes: false,
	format: true,
	indentBy: '\t',
	suppressEmptyNode: true,
	// Otherwise it writes the value "true" as an attribute without one, which is not XML.
	suppressBooleanAttributes: false,
});

/** An XML 1.0 document in UTF-8. What may not stand in one is left out. */
export function xmlOf(root: Element): string {
	const declared = { '?xml': { '@version': '1.0', '@encoding': 'UTF-8' }, ...root };
	return builder.build(allowed(declared));
}

/** XML 1.0, production 2: these cannot be written at all, not even as references. */
// eslint-disable-next-line no-control-regex
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

/** Drops what is undefined too, which would become an empty element. */
function allowed(value: unknown): unknown {
	if (typeof value === 'string') return value.replace(forbidden, '');
	if (Array.isArray(value)) return value.map(allowed);
	if (typeof value !== 'object' || value === null) return value;
	const known = Object.entries(value).filter(([, inner]) => inner !== undefined);
	return Object.fromEntries(known.map(([key, inner]) => [key, allowed(inner)]));
}
