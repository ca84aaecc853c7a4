import { boxesIn, type Box } from '../../images/clean/heif.ts';

const containers = new Set(['moov', 'trak', 'mdia', 'minf', 'edts', 'dinf', 'stbl']);
/** What a player needs of an MP4 (ISO 14496-12); all else is made blank. */
const needed =
	/^(ftyp|mdat|mvhd|tkhd|elst|mdhd|hdlr|smhd|dref|stsd|stts|ctts|stsc|stsz|stz2|stco|co64|stss|sgpd|sbgp|iods)$/;

/**
 * An M4A in which all that speaks is blank: tags, pictures, days, names of its maker. No byte moves, so
 * that its tables still point at the sound.
 *
 * @throws {Error} where that cannot be done; its message continues 'it cannot be published: …'
 */
export function cleanM4a(bytes: Buffer): Buffer {
	const clean = Buffer.from(bytes);
	const boxes = boxesIn(clean, 0, clean.length);
	const movie = boxes.find(({ type }) => type === 'moov');
	if (!movie || !boxes.some(({ type }) => type === 'mdat'))
		throw new Error('it is no whole MP4 file');
	if (boxes.some(({ type }) => type === 'moof')) throw new Error('its parts were never joined');
	const tracks = boxesIn(clean, movie.start, movie.end).filter(({ type }) => type === 'trak');
	const kinds = tracks.map((track) => handlerOf(clean, track));
	if (kinds.length === 0 || kinds.some((kind) => kind !== 'soun'))
		throw new Error('it holds more than sound: a film, chapters or texts');
	for (const box of boxes) blank(clean, box);
	// What follows the last box was put there by somebody else.
	return clean.subarray(0, Math.max(...boxes.map(({ end }) => end)));
}

function blank(bytes: Buffer, box: Box): void {
	const { type, start, end } = box;
	if (containers.has(type)) {
		for (const inner of boxesIn(bytes, start, end)) blank(bytes, inner);
	} else if (/^(mvhd|tkhd|mdhd)$/.test(type)) {
		// Days of creation and change, of 4 or 8 bytes each.
		bytes.fill(0, start + 4, start + (bytes[start] === 1 ? 20 : 12));
	} else if (type === 'hdlr') {
		// The name of the program that wrote it.
		bytes.fill(0, start + 24, end);
	} else if (type === 'dref') {
		// Where the sound was taken from, such as a path.
		for (const from of boxesIn(bytes, start + 8, end)) bytes.fill(0, from.start + 4, from.end);
	} else if (!needed.test(type)) {
		// The type stands before the content, and before a length of 8 bytes where there is one.
		const isLong = bytes.toString('latin1', start - 12, start - 8) === type;
		bytes.write('free', start - (isLong ? 12 : 4), 'latin1');
		bytes.fill(0, start, end);
	}
}

function handlerOf(bytes: Buffer, { start, end }: Box): string | undefined {
	const media = boxesIn(bytes, start, end).find(({ type }) => type === 'mdia');
	const parts = media ? boxesIn(bytes, media.start, media.end) : [];
	const handler = parts.find(({ type }) => type === 'hdlr');
	return handler && bytes.toString('latin1', handler.start + 8, handler.start + 12);
}
