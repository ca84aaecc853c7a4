import { decode } from './decode.ts';

/**
 * The text of an XML document, without the byte order mark and the padding that XMP has at its end.
 * UTF-16 by its mark, or by the zero beside the first `<` (XML 1.0, appendix F); else see `decode`.
 */
export function documentText(bytes: Buffer): string {
	const text = decoded(bytes);
	let end = text.length;
	while (end > 0 && text.charCodeAt(end - 1) <= 0x20) end--;
	return text.slice(text.startsWith('\ufeff') ? 1 : 0, end);
}

function decoded(bytes: Buffer): string {
	const start = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
	if (start === 0xfffe || start === 0x3c00) return new TextDecoder('utf-16le').decode(bytes);
	if (start === 0xfeff || start === 0x003c) return new TextDecoder('utf-16be').decode(bytes);
	return decode(bytes);
}

const entities = new Map([
	['lt', '<'],
	['gt', '>'],
	['amp', '&'],
	['quot', '"'],
	['apos', "'"],
]);

/** With the five entities of XML and numbered letters replaced, each once: nothing can grow. */
export function unescaped(text: string): string {
	return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
		if (name !== undefined) return entities.get(name) ?? whole;
		const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal);
		return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
}
