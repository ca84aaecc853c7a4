import type { Bytes } from './bytes.ts';
import { firstDate } from './dates.ts';
import { present, type Fields } from './embedded.ts';
import { readExif, type Exif } from './exif.ts';
import { decode } from './decode.ts';
import { list, spoken, words } from './words.ts';

/** EXIF 3.0, and Microsoft's tags for Windows Explorer. No position: it is not even read. */
const tags = {
	imageDescription: 0x010e,
	artist: 0x013b,
	copyright: 0x8298,
	dateTimeOriginal: 0x9003,
	dateTimeDigitized: 0x9004,
	userComment: 0x9286,
	xpTitle: 0x9c9b,
	xpComment: 0x9c9c,
	xpKeywords: 0x9c9e,
} as const;

/** What EXIF says. ModifyDate is left out: it is the day of the last edit. */
export async function exifFields(bytes: Bytes): Promise<Fields> {
	const exif = await readExif(bytes, Object.values(tags));
	const ascii = (tag: number) => asciiOf(exif.values.get(tag));
	const windows = (tag: number) => utf16(exif.values.get(tag), true);
	return {
		...present({
			title: spoken(windows(tags.xpTitle)),
			caption:
				spoken(ascii(tags.imageDescription)) ??
				spoken(windows(tags.xpComment)) ??
				spoken(userComment(exif)),
			creator: words(ascii(tags.artist)),
			copyright: words(ascii(tags.copyright)),
			keywords: list(windows(tags.xpKeywords)?.split(';') ?? []),
			date: firstDate(ascii(tags.dateTimeOriginal), ascii(tags.dateTimeDigitized)),
		}),
	};
}

/** Up to the first NUL that follows a word: Copyright may hold a photographer, NUL, an editor. */
function asciiOf(bytes: Buffer | undefined): string | undefined {
	const parts = bytes && decode(bytes).split('\0');
	return parts?.find((part) => part.trim() !== '');
}

function utf16(bytes: Buffer | undefined, littleEndian: boolean): string | undefined {
	if (!bytes) return undefined;
	const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
	return new TextDecoder(littleEndian ? 'utf-16le' : 'utf-16be').decode(whole);
}

/** Some cameras keep readings of their own in the comment. */
const isBinary = /[^\P{Cc}\s\0]/u;

/** The first eight bytes say how the rest is written (EXIF 3.0, 4.6.5); JIS is not read. */
function userComment({ values, littleEndian }: Exif): string | undefined {
	const bytes = values.get(tags.userComment);
	const code = bytes?.toString('latin1', 0, 8).replace(/[\0 ]+$/, '');
	const text = bytes?.subarray(8);
	if (code === 'UNICODE' && text) return utf16(text, isLittleEndian(text) ?? littleEndian);
	const plain = code === 'ASCII' || code === '' ? asciiOf(text) : undefined;
	return plain && isBinary.test(plain) ? undefined : plain;
}

/** Programs write UNICODE in either order whatever the file's: zeros stand where letters' high bytes are. */
function isLittleEndian(text: Buffer): boolean | undefined {
	const zeros = [0, 0];
	for (const [index, byte] of text.entries()) if (byte === 0) zeros[index % 2]! += 1;
	const [even = 0, odd = 0] = zeros;
	return even === odd ? undefined : odd > even;
}
