/** What the bytes 0x80 to 0x9f mean in Windows-1252 (WHATWG Encoding, index windows-1252); above it is Latin-1. */
const upper = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const latin1 = Buffer.from(every).toString('latin1');

/** The letter of each byte. Western by hand: some releases of Node take windows-1252 for Latin-1. */
export const western = latin1.slice(0, 0x80) + upper + latin1.slice(0xa0);
export const russian = new TextDecoder('windows-1251').decode(every);

export function lettersOf(bytes: Uint8Array, page: string): string {
	return Array.from(bytes, (byte) => page.charAt(byte)).join('');
}

/** Undefined where the page lacks a letter. Controls stand for themselves: Latin-1 has them where Windows has letters. */
export function bytesIn(text: string, page: string): Uint8Array | undefined {
	const bytes = Array.from(text, (letter) => {
		const byte = page.indexOf(letter);
		return byte < 0 && letter >= '\x80' && letter < '\xa0' ? letter.charCodeAt(0) : byte;
	});
	return bytes.includes(-1) ? undefined : Uint8Array.from(bytes);
}
