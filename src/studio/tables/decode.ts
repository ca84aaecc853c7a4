import { TableFault } from './fault.ts';

/**
 * The text of a .csv: UTF-8, UTF-16 with its mark, as Excel writes "Unicode text", or Windows-1251, where what comes
 * out is plainly Russian. Anything else would be guessed, and a wrong guess looks like a text.
 *
 * @throws {TableFault}
 */
export function decoded(bytes: Uint8Array): string {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return read(bytes, 'utf-16le') ?? refuse();
	if (first === 0xfe && second === 0xff) return read(bytes, 'utf-16be') ?? refuse();
	if (bytes.includes(0)) return refuse();
	return read(bytes, 'utf-8') ?? russian(bytes) ?? refuse();
}

function read(bytes: Uint8Array, encoding: string): string | undefined {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

function refuse(): never {
	throw new TableFault(
		'it cannot be told in which encoding the file was written',
		'open it where its letters are right and save it as .xlsx, or as "CSV UTF-8"',
	);
}

const word = /^(?:[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+)$/;
/** Marks that Russian is written with. */
const marks = /[\s\u00a0«»„“”‘’–—…№•§©°]/g;

/** KOI8-R gives capitals for small letters, Windows-1252 mixes scripts within a word: neither passes. */
function russian(bytes: Uint8Array): string | undefined {
	const text = read(bytes, 'windows-1251');
	if (text === undefined) return undefined;
	const words = (text.match(/\p{L}+/gu) ?? []).filter((one) => /[^A-Za-z]/.test(one));
	const right = words.filter((one) => word.test(one));
	const letters = right.join('');
	const small = letters.replace(/[^а-яё]/g, '');
	const strange = text.replace(marks, '').replace(/[\p{L}\x20-\x7e]/gu, '');
	const isRussian =
		right.length >= words.length * 0.97 &&
		right.some((one) => one.length > 3) &&
		small.length > letters.length / 2 &&
		strange === '';
	return isRussian ? text : undefined;
}
