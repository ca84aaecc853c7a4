import { lettersOf, russian, western } from './code-pages.ts';

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
		const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
		const text = decoder.decode(bytes, { stream: true });
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
	return /\P{ASCII}/u.test(text);
}

/** Russian words are high bytes throughout; French and German ones have them singly among ASCII letters. */
function bySight(bytes: Uint8Array): string {
	const text = lettersOf(bytes, russian);
	let votes = 0;
	for (const [word] of text.matchAll(/\p{L}{1,100}/gu)) {
		const high = word.match(/\P{ASCII}/gu)?.length ?? 0;
		if (high === word.length && high > 1) votes += high;
		else if (high > 0 && high < word.length) votes -= word.length;
	}
	return votes > 0 ? text : lettersOf(bytes, western);
}
