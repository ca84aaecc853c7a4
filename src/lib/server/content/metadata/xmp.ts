import { parseXml, type Element } from './xml.ts';

/** A value of XMP: a text, a list (rdf:Alt, rdf:Bag, rdf:Seq) or a structure, whichever is not empty. */
export interface Value {
	text: string;
	/** xml:lang as written. */
	language?: string;
	items: readonly Value[];
	fields: Properties;
}

/** By expanded name: the namespace's address and the local name, joined. */
export type Properties = ReadonlyMap<string, Value>;

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const lang = 'http://www.w3.org/XML/1998/namespacelang';
const lists = [`${rdf}Alt`, `${rdf}Bag`, `${rdf}Seq`];

/**
 * Properties of an XMP packet, by namespace and not by prefix (ISO 16684-1, 7: RDF/XML as XMP uses it).
 * Of two descriptions the first counts. No properties where it is empty or has no RDF; throws where
 * it is not XML: see `parseXml`.
 */
export function parseXmp(bytes: Buffer): Properties {
	const root = parseXml(bytes);
	const model = root && [root, ...root.children].find(({ name }) => name === `${rdf}RDF`);
	const descriptions = model?.children.map(propertiesOf) ?? [];
	return new Map(descriptions.reverse().flatMap((description) => [...description]));
}

/** Properties stand as attributes or as elements; of two with one name the first counts. */
function propertiesOf({ attributes, children }: Element): Properties {
	const found = new Map<string, Value>();
	for (const { name, value } of [
		...[...attributes].map(([name, text]) => ({ name, value: { ...nothing, text } })),
		...children.map((child) => ({ name: child.name, value: valueOf(child) })),
	]) {
		if (!isSyntax(name) && !found.has(name)) found.set(name, value);
	}
	return found;
}

/** Names of RDF and XML themselves; `rdf:value` carries the text of a value with qualifiers. */
function isSyntax(name: string): boolean {
	if (name === '' || name === lang || name.startsWith('xmlns')) return true;
	return (name.startsWith(rdf) && name !== `${rdf}value`) || !name.includes(':');
}

const nothing: Value = { text: '', items: [], fields: new Map() };

function valueOf(element: Element): Value {
	const language = element.attributes.get(lang);
	const resource = element.attributes.get(`${rdf}resource`);
	const list = element.children.find(({ name }) => lists.includes(name));
	if (list) return { ...nothing, language, items: list.children.map(valueOf) };
	const inner = element.children.find(({ name }) => name === `${rdf}Description`);
	const fields = propertiesOf(inner ?? element);
	const qualified = fields.get(`${rdf}value`);
	const text = qualified?.text ?? resource ?? (element.children.length > 0 ? '' : element.text);
	return { text, language, items: qualified?.items ?? [], fields };
}
