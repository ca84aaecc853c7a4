import type { Credit, Place, Text } from '../../model.ts';

/** What a published file says of itself. Nothing else is written: no place, no date, no person. */
export interface Statement {
	creator?: string;
	credit?: string;
	copyright?: Text;
	/** Addresses of the licence and of whom to ask for one. */
	licence?: string;
	licensor?: string;
	alt?: Text;
	/** A term of the IPTC's, such as `digitalCapture`. */
	digitalSourceType?: string;
}

const namespaces = {
	dc: 'http://purl.org/dc/elements/1.1/',
	photoshop: 'http://ns.adobe.com/photoshop/1.0/',
	xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
	plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
	Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
	Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
} as const;

const sourceTypes = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

/**
 * An XMP packet (ISO 16684-1) with the properties of the IPTC Photo Metadata Standard 2023.1 that
 * search engines and screen readers look for. Empty where nothing is known.
 *
 * @param source the language that `x-default` repeats
 */
export function xmpPacket(statement: Statement, source: string): string {
	return packetOf(propertiesOf(statement, source));
}

/** What a file of the content folder says of itself after it was sealed: all of it may be published. */
export interface OwnWords {
	title?: Text;
	caption?: Text;
	alt?: Text;
	keywords: readonly string[];
	credit: Credit;
	/** `2016`, `2016-11` or `2016-11-03`. */
	date?: string;
	place?: Place;
}

export function sealedXmp(words: OwnWords, source: string): string {
	const { title, caption, alt, keywords, credit, date, place } = words;
	const property = (name: string, inner: string | undefined) =>
		inner ? [`<${name}>${inner}</${name}>`] : [];
	const plain = (text: Text | undefined) =>
		escaped(text?.[source] ?? Object.values(text ?? {})[0] ?? '');
	const items = keywords.map((word) => `<rdf:li>${escaped(word)}</rdf:li>`).join('');
	return packetOf([
		...property('dc:title', alternatives(title, source)),
		...property('dc:description', alternatives(caption, source)),
		...property('dc:subject', items && `<rdf:Bag>${items}</rdf:Bag>`),
		...property('photoshop:DateCreated', date),
		...property('photoshop:City', plain(place?.city)),
		...property('photoshop:State', plain(place?.region)),
		...property('Iptc4xmpCore:CountryCode', escaped(place?.country ?? '')),
		...propertiesOf(
			{ creator: credit.creator, credit: plain(credit.line), copyright: credit.copyright, alt },
			source,
		),
	]);
}

function packetOf(properties: readonly string[]): string {
	if (properties.length === 0) return '';
	const used = Object.entries(namespaces).filter(([prefix]) =>
		properties.some((property) => property.includes(`<${prefix}:`)),
	);
	const declared = used.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('');
	return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""${declared}>${properties.join('')}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;
}

function propertiesOf(statement: Statement, source: string): string[] {
	const { creator, credit, copyright, licence, licensor, alt, digitalSourceType } = statement;
	const property = (name: string, inner: string | undefined | false) =>
		inner ? [`<${name}>${inner}</${name}>`] : [];
	const agent = licensor && property('plus:LicensorURL', escaped(licensor)).join('');
	return [
		...property('dc:creator', creator && `<rdf:Seq><rdf:li>${escaped(creator)}</rdf:li></rdf:Seq>`),
		...property('dc:rights', alternatives(copyright, source)),
		...property('photoshop:Credit', credit && escaped(credit)),
		...property('xmpRights:WebStatement', licence && escaped(licence)),
		...property(
			'plus:Licensor',
			agent && `<rdf:Seq><rdf:li rdf:parseType="Resource">${agent}</rdf:li></rdf:Seq>`,
		),
		...property('Iptc4xmpCore:AltTextAccessibility', alternatives(alt, source)),
		...property(
			'Iptc4xmpExt:DigitalSourceType',
			digitalSourceType && escaped(sourceTypes + digitalSourceType),
		),
	];
}

/** `x-default` first, as the standard asks: many readers know no other. */
function alternatives(text: Text | undefined, source: string): string | undefined {
	const languages = Object.keys(text ?? {}).sort();
	const [first = source] = languages.includes(source) ? [source] : languages;
	if (!text || languages.length === 0) return undefined;
	const item = (tag: string, words = '') =>
		`<rdf:li xml:lang="${escaped(tag)}">${escaped(words)}</rdf:li>`;
	const items = languages.map((language) => item(language, text[language]));
	return `<rdf:Alt>${item('x-default', text[first])}${items.join('')}</rdf:Alt>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 cannot hold are dropped. */
function escaped(text: string): string {
	return text
		.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu, '')
		.replace(/[&<>"]/g, (character) => entities[character] ?? '');
}
