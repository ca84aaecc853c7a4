/** Blocks of metadata made by hand, as programs write them. */

export const namespaces = {
	rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
	dc: 'http://purl.org/dc/elements/1.1/',
	exif: 'http://ns.adobe.com/exif/1.0/',
	photoshop: 'http://ns.adobe.com/photoshop/1.0/',
	plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
	xmp: 'http://ns.adobe.com/xap/1.0/',
	xmpNote: 'http://ns.adobe.com/xmp/note/',
	xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
	Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
	Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
} as const;

/** An XMP packet with these elements and attributes in its one description. */
export function packet(elements: string, attributes = ''): string {
	const declared = Object.entries(namespaces).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
	return [
		'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF ${declared.join(' ')}>`,
		`<rdf:Description rdf:about="" ${attributes}>${elements}</rdf:Description>`,
		`</rdf:RDF></x:xmpmeta>${' '.repeat(200)}<?xpacket end="w"?>`,
	].join('\n');
}

/** A language alternative as the value of a property. */
export function alternative(name: string, texts: Readonly<Record<string, string>>): string {
	const items = Object.entries(texts).map(
		([language, text]) => `<rdf:li xml:lang="${language}">${text}</rdf:li>`,
	);
	return `<${name}><rdf:Alt>${items.join('')}</rdf:Alt></${name}>`;
}

/** IPTC data sets, such as `['2:120', caption]`; a text is written as Latin-1. */
export function iim(sets: readonly (readonly [string, string | Uint8Array])[]): Buffer {
	return Buffer.concat(
		sets.map(([key, value]) => {
			const data = typeof value === 'string' ? Buffer.from(value, 'latin1') : value;
			const [record = 0, number = 0] = key.split(':').map(Number);
			const head = Buffer.from([0x1c, record, number, data.length >> 8, data.length & 255]);
			return Buffer.concat([head, data]);
		}),
	);
}

/** Photoshop's resources as they stand in a JPEG: one of another kind first, then the IPTC block. */
export function photoshop(block: Buffer): Buffer {
	return Buffer.concat([
		Buffer.from('Photoshop 3.0\0', 'latin1'),
		resource(0x03ed, 'odd', Buffer.from([1, 2, 3])),
		resource(0x0404, '', block),
	]);
}

function resource(number: number, name: string, data: Buffer): Buffer {
	const head = Buffer.alloc(6);
	head.write('8BIM', 'latin1');
	head.writeUInt16BE(number, 4);
	const named = Buffer.concat([Buffer.from([name.length]), Buffer.from(name, 'latin1')]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	return Buffer.concat([head, evened(named), length, evened(data)]);
}

function evened(data: Buffer): Buffer {
	return data.length % 2 === 0 ? data : Buffer.concat([data, Buffer.alloc(1)]);
}

/** A TIFF structure with these tags in its first directory, ASCII if a text; the byte order is big. */
export function exif(tags: Readonly<Record<number, string | Uint8Array>>): Buffer {
	const entries = Object.entries(tags);
	const head = Buffer.alloc(10 + entries.length * 12 + 4);
	head.write('MM\0*', 'latin1');
	head.writeUInt32BE(8, 4);
	head.writeUInt16BE(entries.length, 8);
	const values: Buffer[] = [head];
	let end = head.length;
	for (const [index, [tag, value]] of entries.entries()) {
		const data = typeof value === 'string' ? Buffer.from(`${value}\0\0\0\0`) : Buffer.from(value);
		const at = 10 + index * 12;
		head.writeUInt16BE(Number(tag), at);
		head.writeUInt16BE(typeof value === 'string' ? 2 : 7, at + 2);
		head.writeUInt32BE(data.length, at + 4);
		head.writeUInt32BE(end, at + 8);
		values.push(data);
		end += data.length;
	}
	return Buffer.concat(values);
}

/** A JPEG with one more segment after its start. */
export function withSegments(jpeg: Buffer, app: number, contents: readonly Buffer[]): Buffer {
	const segments = contents.map((content) => {
		const head = Buffer.from([0xff, 0xe0 + app, 0, 0]);
		head.writeUInt16BE(content.length + 2, 2);
		return Buffer.concat([head, content]);
	});
	return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

/** Windows-1251, for the letters of Russian. */
export function cp1251(text: string): Buffer {
	const page = new TextDecoder('windows-1251').decode(
		Uint8Array.from({ length: 256 }, (_, byte) => byte),
	);
	return Buffer.from([...text].map((letter) => page.indexOf(letter)));
}
