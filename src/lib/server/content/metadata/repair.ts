/** Windows-1252 above ISO 8859-1: what the bytes 0x80 to 0x9f mean (WHATWG Encoding, index windows-1252). */
const upper = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const utf8 = () => new TextDecoder('utf-8', { fatal: true });
const cyrillic = new TextDecoder('windows-1251');

/**
 * Text of bytes whose encoding nobody wrote down, or wrote down wrongly: UTF-8 where they are,
 * else Windows-1251 or Windows-1252, whichever makes words of them. `marked`: a header says UTF-8,
 * then a broken letter in the middle is borne. Never throws.
 */
export function decode(bytes: Uint8Array, marked = false): string {
	return asUtf8(bytes) ?? (marked ? asBrokenUtf8(bytes) : undefined) ?? bySight(bytes);
}

/** IPTC fields end after so many bytes, often within a letter: `stream` bears that, and drops the stump. */
function asUtf8(bytes: Uint8Array): string | undefined {
	try {
		const text = utf8().decode(bytes, { stream: true });
		const stump = Buffer.byteLength(text) < bytes.length;
		return stump && !hasHigh(text) ? undefined : text;
	} catch {
		return undefined;
	}
}

/** Undefined where the mark lies: not one letter of several bytes is whole. */
function asBrokenUtf8(bytes: Uint8Array): string | undefined {
	const text = new TextDecoder().decode(bytes);
	return hasHigh(text.replaceAll('\ufffd', '')) ? text : undefined;
}

function hasHigh(text: string): boolean {
	return [...text].some((letter) => letter >= '\x80');
}

/** Russian words are high bytes throughout; French and German ones have them singly among ASCII letters. */
function bySight(bytes: Uint8Array): string {
	const russian = cyrillic.decode(bytes);
	let votes = 0;
	for (const [word] of russian.matchAll(/\p{L}+/gu)) {
		const high = [...word].filter((letter) => letter >= '\x80').length;
		if (high === word.length && high > 1) votes += high;
		else if (high > 0 && high < word.length) votes -= word.length;
	}
	return votes > 0 ? russian : asWestern(bytes);
}

function asWestern(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) =>
		byte >= 0x80 && byte < 0xa0 ? upper.charAt(byte - 0x80) : String.fromCharCode(byte),
	).join('');
}

/** UTF-8 that some program read as Windows-1252 and wrote again ("ÐŸÐ¾ÐµÐ·Ð´"), read as it was meant. */
export function undoubled(text: string): string {
	const bytes = hasHigh(text) ? asBytes(text) : undefined;
	if (!bytes) return text;
	try {
		return undoubled(utf8().decode(bytes));
	} catch {
		return text;
	}
}

function asBytes(text: string): Uint8Array | undefined {
	const bytes = Array.from(text, (letter) => {
		const place = upper.indexOf(letter);
		return place >= 0 ? place + 0x80 : (letter.codePointAt(0) ?? 0);
	});
	return bytes.every((byte) => byte <= 0xff) ? Uint8Array.from(bytes) : undefined;
}
