import { describe, expect, it } from 'vitest';
import { parseXmp } from '../../../../../src/lib/server/content/metadata/xmp.ts';
import { xmpFields } from '../../../../../src/lib/server/content/metadata/xmp-fields.ts';
import { alternative, namespaces, packet } from './made.ts';

const fields = (text: string | Buffer) => xmpFields(parseXmp(Buffer.from(text as string)));

describe('XMP', () => {
	it('is read by namespace, whatever the prefix', () => {
		const text = packet(alternative('dc:title', { 'x-default': 'Перрон' }))
			.replaceAll(/dc(?=[:=])/g, 'd\u00e4')
			.replaceAll(/rdf(?=[:=])/g, 'r')
			.replace('x:xmpmeta', 'other:xmpmeta')
			.replace('/x:', '/other:')
			.replace('xmlns:x=', 'xmlns:other=');
		expect(fields(text)).toEqual({ title: 'Перрон' });
	});

	it('is not read by prefix', () => {
		const text = packet('<dc:title>Перрон</dc:title>').replace(
			namespaces.dc,
			'http://example.org/',
		);
		expect(fields(text)).toEqual({});
	});

	it('may have properties as attributes, as elements, in several descriptions, in a default namespace', () => {
		expect(fields(packet('', 'photoshop:Credit="A &amp; B" photoshop:City="Хуҷанд"'))).toEqual({
			credit: 'A & B',
			place: { city: 'Хуҷанд' },
		});
		const more = `<rdf:Description><photoshop:Credit>C</photoshop:Credit><title xmlns="${namespaces.dc}">T</title></rdf:Description>`;
		expect(
			fields(packet('', 'photoshop:Credit="B"').replace('</rdf:RDF>', `${more}</rdf:RDF>`)),
		).toEqual({ credit: 'B', title: 'T' });
	});

	it('has alternatives, bags, sequences and structures', () => {
		const licensor = (url: string) =>
			`<rdf:li rdf:parseType="Resource"><plus:LicensorURL>${url}</plus:LicensorURL></rdf:li>`;
		const text = packet(
			alternative('dc:description', { 'x-default': 'x', 'tg-TJ': 'Қатор', fa: 'قطار', ru: 'x' }) +
				alternative('Iptc4xmpCore:AltTextAccessibility', { en: 'An empty platform' }) +
				alternative('Iptc4xmpCore:ExtDescrAccessibility', { 'x-default': 'Long' }) +
				'<dc:creator><rdf:Seq><rdf:li>A</rdf:li><rdf:li>B</rdf:li></rdf:Seq></dc:creator>' +
				'<dc:subject><rdf:Bag><rdf:li>поезд</rdf:li><rdf:li> </rdf:li></rdf:Bag></dc:subject>' +
				`<plus:Licensor><rdf:Seq>${licensor('mailto:x')}${licensor('https://a.org/l')}</rdf:Seq></plus:Licensor>` +
				'<xmpRights:WebStatement rdf:resource="https://a.org/r"/>' +
				'<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture</Iptc4xmpExt:DigitalSourceType>',
		);
		expect(fields(text)).toEqual({
			caption: { ru: 'x', tg: 'Қатор', fa: 'قطار' },
			alt: { en: 'An empty platform' },
			description: 'Long',
			creator: 'A, B',
			keywords: ['поезд'],
			acquire: 'https://a.org/l',
			webStatement: 'https://a.org/r',
			digitalSourceType: 'digitalCapture',
		});
	});

	it('takes a headline for the title only where there is none', () => {
		const headline = '<photoshop:Headline>H</photoshop:Headline>';
		expect(fields(packet(headline)).title).toBe('H');
		expect(fields(packet(`${headline}<dc:title>T</dc:title>`)).title).toBe('T');
		expect(fields(packet(`${headline}<dc:title>Untitled</dc:title>`)).title).toBe('H');
	});

	it('has its dates in order, and none that does not exist', () => {
		const created = '<xmp:CreateDate>2001-02-03</xmp:CreateDate>';
		const original = '<exif:DateTimeOriginal>2002-02-03</exif:DateTimeOriginal>';
		const dated = '<photoshop:DateCreated>2003-02-03T23:59:59-11:00</photoshop:DateCreated>';
		expect(fields(packet(created + original + dated)).date).toBe('2003-02-03');
		expect(fields(packet(created + original)).date).toBe('2002-02-03');
		expect(fields(packet(`${created}${dated.replace('-02-', '-13-')}`)).date).toBe('2001-02-03');
	});

	it('has a place in one of three ways', () => {
		const place = (kind: string, city: string) =>
			`<Iptc4xmpExt:${kind}><rdf:Bag><rdf:li><rdf:Description Iptc4xmpExt:City="${city}" Iptc4xmpExt:CountryCode="TJ" Iptc4xmpExt:Sublocation="Station"/></rdf:li></rdf:Bag></Iptc4xmpExt:${kind}>`;
		const created = place('LocationCreated', 'Moscow');
		const shown = place('LocationShown', 'Khujand');
		const station = { name: 'Station', country: 'TJ' };
		expect(fields(packet(created)).place).toEqual({ ...station, city: 'Moscow' });
		expect(fields(packet(created + shown)).place).toEqual({ ...station, city: 'Khujand' });
		expect(fields(packet(created + shown, 'photoshop:City="Dushanbe"')).place).toEqual({
			city: 'Dushanbe',
		});
		expect(fields(packet('', 'photoshop:Country="Nowhere"')).place).toBeUndefined();
	});

	it('gives no link but http and https, and no position', () => {
		const text = packet(
			'',
			'xmpRights:WebStatement="javascript:alert(1)" exif:GPSLatitude="40,17N" exif:GPSLongitude="69,37E"',
		);
		expect(fields(text)).toEqual({});
	});

	it('is not changed by UTF-16, CDATA, numbered letters or padding', () => {
		const text = packet('<dc:title><![CDATA[<Қатор> &amp;]]> &#x41;&#1178;</dc:title>') + '\0\0';
		expect(fields(text).title).toBe('<Қатор> &amp; AҚ');
		const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
		expect(fields(utf16).title).toBe('<Қатор> &amp; AҚ');
		expect(fields(Buffer.from(utf16).swap16()).title).toBe('<Қатор> &amp; AҚ');
		expect(fields('\0 \n')).toEqual({});
	});
});

describe('hostile XMP', () => {
	it.each([
		['cut off', packet('<dc:title>a</dc:title>').slice(0, 700)],
		['crossed', packet('<dc:title>a</dc:description>')],
		['a document type', `<!DOCTYPE x [<!ENTITY a "b">]>${packet('')}`],
		['an entity bomb', packet('<!ENTITY a "&b;&b;"><dc:title>&a;</dc:title>')],
		['too deep', packet('<dc:a>'.repeat(101) + '</dc:a>'.repeat(101))],
		['too wide', packet('<dc:a/>'.repeat(600_000))],
		['too large', ' '.repeat(17 * 1024 * 1024)],
		['no XML', 'JFIF <<<'],
	])('%s is refused', (_, text) => expect(() => fields(text)).toThrow());

	it('expands nothing but what XML knows', () => {
		expect(fields(packet('<dc:title>&lol; &amp;lt; &#0;</dc:title>')).title).toBe(
			'&lol; &lt; &#0;',
		);
	});

	it('does not touch prototypes', () => {
		const names = ['__proto__', 'constructor', 'prototype', 'toString'];
		const text = packet(
			names.map((name) => `<dc:${name}><dc:polluted>1</dc:polluted></dc:${name}>`).join('') +
				'<constructor><prototype polluted="1">x</prototype></constructor>' +
				'<__proto__ polluted="1">x</__proto__>' +
				alternative('dc:title', { __proto__: 'a', tostring: 'b' }),
		);
		try {
			fields(text);
		} catch {
			// To refuse it is as good.
		}
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		expect(Object.getPrototypeOf({})).toBe(Object.prototype);
	});
});
