import type { Bytes } from './bytes.ts';
import { firstDate } from './dates.ts';
import { present, type Fields } from './embedded.ts';
import { readExif } from './exif.ts';
import { decode } from './decode.ts';
import { list, spoken, words } from './words.ts';

/**
 * EXIF 3.0, and Microsoft's tags for Windows Explorer. No position, and no UserComment: it is a place
 * for notes to oneself, such as where the negatives are and whose number to call.
 */
const tags = {
	imageDescription: 0x010e,
	artist: 0x013b,
	copyright: 0x8298,
	dateTimeOriginal: 0x9003,
	dateTimeDigitized: 0x9004,
	xpTitle: 0x9c9b,
	xpComment: 0x9c9c,
	xpKeywords: 0x9c9e,
	/** EXIF 2.3: whose camera it is. */
	owner: 0xa430,
} as const;

/** What EXIF says. ModifyDate is left out: it is the day of the last edit. */
export async function exifFields(bytes: Bytes): Promise<Fields> {
	const exif = await readExif(bytes, Object.values(tags));
	const ascii = (tag: number) => asciiOf(exif.get(tag));
	const windows = (tag: number) => utf16(exif.get(tag));
	return {
		...present({
			title: spoken(windows(tags.xpTitle)),
			caption: spoken(ascii(tags.imageDescription)) ?? spoken(windows(tags.xpComment)),
			creator: artist(words(ascii(tags.artist)), words(ascii(tags.owner))),
			copyright: words(ascii(tags.copyright)),
			keywords: list(windows(tags.xpKeywords)?.split(';') ?? []),
			date: firstDate(ascii(tags.dateTimeOriginal), ascii(tags.dateTimeDigitized)),
		}),
	};
}

/** A camera that was told its owner's name writes it into both: nobody asked for that credit. */
function artist(name: string | undefined, owner: string | undefined): string | undefined {
	return name === owner ? undefined : name;
}

/** Up to the first NUL that follows a word: Copyright may hold a photographer, NUL, an editor. */
function asciiOf(bytes: Buffer | undefined): string | undefined {
	const parts = bytes && decode(bytes).split('\0');
	return parts?.find((part) => part.trim() !== '');
}

function utf16(bytes: Buffer | undefined): string | undefined {
	if (!bytes) return undefined;
	const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
	return new TextDecoder('utf-16le').decode(whole);
}
