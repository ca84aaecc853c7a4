import { validateXML } from 'xmllint-wasm';

/** An element of a name and its attributes, with what is in it. */
const element = (name: string, inside: string) =>
	`<element name="${name}"><ref name="common"/>${inside}</element>`;
const may = (inside: string) => `<optional>${inside}</optional>`;
const many = (inside: string) => `<zeroOrMore>${inside}</zeroOrMore>`;
const data = (type: string) => `<data type="${type}"/>`;
const attribute = (name: string, inside = '<text/>') =>
	`<attribute name="${name}">${inside}</attribute>`;

const uri = data('anyURI');
/** 3.3: an offset or Z is required, and a point in time at which no second is missing. */
const instant = `<data type="dateTime"><param name="pattern">.+T.+(Z|[+\\-][0-9]{2}:[0-9]{2})</param></data>`;
/** 3.1, but for inline XHTML, which is of no use to us. */
const words = `${may(attribute('type', '<choice><value>text</value><value>html</value></choice>'))}<text/>`;
/** 3.2 */
const person = `<interleave>${element('name', '<text/>')}${may(element('uri', uri))}${may(element('email', '<data type="string"><param name="pattern">.+@.+</param></data>'))}</interleave>`;
/** 4.2.7 */
const link = [
	attribute('href', uri),
	may(attribute('rel')),
	may(attribute('type', '<data type="string"><param name="pattern">.+/.+</param></data>')),
	may(attribute('hreflang', data('language'))),
	may(attribute('title')),
	may(attribute('length')),
].join('');
/** 4.2.2 */
const category = attribute('term') + may(attribute('scheme', uri)) + may(attribute('label'));

/** Of a feed and of an entry alike: 4.1.1 and 4.1.2. */
const both = [
	element('id', uri),
	element('title', words),
	element('updated', instant),
	many(element('author', person)),
	many(element('contributor', person)),
	many(element('category', category)),
	many(element('link', link)),
	may(element('rights', words)),
].join('');
/** 4.1.3: words, or a pointer to something else. */
const content = `<choice><group>${words}</group><group>${attribute('src', uri)}${may(attribute('type'))}</group></choice>`;
const entry = `<interleave>${both}${may(element('published', instant))}${may(element('summary', words))}${may(element('content', content))}</interleave>`;
const feed = `<interleave>${both}${may(element('subtitle', words))}${may(element('icon', uri))}${may(element('logo', uri))}
	${may(element('generator', may(attribute('uri', uri)) + may(attribute('version')) + '<text/>'))}
	${many(element('entry', entry))}</interleave>`;

/** RELAX NG of what RFC 4287 requires and allows; stricter in that nothing of another namespace is expected. */
const schema = `<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom"
	datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
	<start>${element('feed', feed)}</start>
	<define name="common"><interleave>
		<optional><attribute name="xml:lang">${data('language')}</attribute></optional>
		<optional><attribute name="xml:base">${uri}</attribute></optional>
		<optional><attribute name="dir" ns=""><choice><value>ltr</value><value>rtl</value></choice></attribute></optional>
	</interleave></define>
</grammar>`;

/** What RFC 4287 finds wrong with a feed. */
export async function atomFaults(contents: string): Promise<string[]> {
	const { errors } = await validateXML({
		xml: [{ fileName: 'feed.xml', contents }],
		schema: [{ fileName: 'atom.rng', contents: schema }],
		extension: 'relaxng',
	});
	return [...errors.map(({ message }) => message), ...authorless(contents)];
}

/** 4.1.1: a feed without an author needs one in each entry, which a grammar does not say. */
function authorless(contents: string): string[] {
	const [head = '', ...entries] = contents.split('<entry>');
	if (head.includes('<author>')) return [];
	const count = entries.filter((one) => !one.includes('<author>')).length;
	return count > 0 || entries.length === 0 ? ['a feed or its entries need an author'] : [];
}
