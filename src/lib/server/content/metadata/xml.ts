import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { documentText, unescaped } from './xml-text.ts';

/** An element. Names are expanded: the namespace's address and the local name, joined. */
export interface Element {
	name: string;
	attributes: ReadonlyMap<string, string>;
	children: readonly Element[];
	/** Its own text, without that of its children. */
	text: string;
}

/** As fast-xml-parser gives it with `preserveOrder`: one key is the tag, `:@` has the attributes. */
type Raw = Record<string, Raw[] | string | Record<string, string>>;
type Scope = ReadonlyMap<string, string>;

const largest = 16 * 1024 * 1024;
const deepest = 100;
/** Elements and attributes together: what is parsed takes many times the room of its text. */
const mostMarks = 200_000;
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

const parser = new XMLParser({
	preserveOrder: true,
	ignoreAttributes: false,
	attributeNamePrefix: '',
	parseTagValue: false,
	trimValues: false,
	processEntities: false,
	cdataPropName: '#cdata',
	ignoreDeclaration: true,
	ignorePiTags: true,
	maxNestedTags: deepest,
	jPath: false,
});

/**
 * The root of a document; undefined for an empty one. Throws where it is not well-formed, larger than
 * 16 MB, deeper than 100, or has a document type, which XMP never needs and entity bombs do.
 */
export function parseXml(bytes: Buffer): Element | undefined {
	if (bytes.length > largest) throw new Error('larger than 16 MB');
	const text = documentText(bytes);
	if (text === '') return undefined;
	if ((text.match(/[<=]/g)?.length ?? 0) > mostMarks) throw new Error('too many elements');
	if (/<!(?!--|\[CDATA\[)/.test(text)) throw new Error('a document type');
	const valid = XMLValidator.validate(text);
	if (valid !== true) throw new Error(valid.err.msg);
	const roots = (parser.parse(text) as Raw[]).map((raw) => element(raw, new Map()));
	return roots.find((root) => root !== undefined);
}

function element(raw: Raw, outer: Scope): Element | undefined {
	const tag = Object.keys(raw).find((key) => key !== ':@' && !key.startsWith('#'));
	if (tag === undefined) return undefined;
	const written = Object.entries((raw[':@'] ?? {}) as Record<string, string>);
	const scope = scopeOf(written, outer);
	const inner = raw[tag] as Raw[];
	const attributes = written.flatMap(([key, value]) => {
		const name = key.includes(':') ? expanded(key, scope) : key;
		return name === undefined ? [] : [[name, unescaped(value)] as const];
	});
	return {
		name: expanded(tag, scope) ?? '',
		attributes: new Map(attributes),
		children: inner.map((child) => element(child, scope)).filter((child) => child !== undefined),
		text: inner.map(ownText).join(''),
	};
}

/** The prefixes in force: the element's own declarations before those around it. */
function scopeOf(attributes: readonly (readonly [string, string])[], outer: Scope): Scope {
	const own = attributes.flatMap(([key, value]) => {
		if (key === 'xmlns') return [['', unescaped(value)] as const];
		return key.startsWith('xmlns:') ? [[key.slice(6), unescaped(value)] as const] : [];
	});
	return own.length > 0 ? new Map([...outer, ...own]) : outer;
}

function expanded(name: string, scope: Scope): string | undefined {
	const [local = '', prefix = ''] = name.split(':').reverse();
	const namespace = prefix === 'xml' ? xmlNamespace : scope.get(prefix);
	return namespace === undefined ? undefined : namespace + local;
}

function ownText(raw: Raw): string {
	if (typeof raw['#text'] === 'string') return unescaped(raw['#text']);
	return Array.isArray(raw['#cdata']) ? String(raw['#cdata'][0]?.['#text'] ?? '') : '';
}
