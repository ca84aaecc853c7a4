/** In kbit/s, by the four bits of a header (ISO 11172-3, 13818-3); 0 is not used here. */
const bitrates = {
	one: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0],
	two: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0],
} as const;
const rates = [44_100, 48_000, 32_000];
const leastFrames = 3;

/**
 * An MP3 of which only the frames are left, byte for byte: no ID3 or APE tag, no lyrics, no picture, and
 * nothing between or behind them.
 *
 * @throws {Error} where it is none; its message continues 'it cannot be published: …'
 */
export function cleanMp3(bytes: Buffer): Buffer {
	const frames: Buffer[] = [];
	let kind: number | undefined;
	let at = afterTags(bytes);
	while (at + 4 <= bytes.length) {
		const length = frameAt(bytes, at, kind);
		// A tag may look like the beginning of a frame; then no other follows it.
		const isSure = length > 0 && (frames.length > 0 || frameAt(bytes, at + length) > 0);
		if (isSure && at + length <= bytes.length) {
			kind ??= kindAt(bytes, at);
			frames.push(bytes.subarray(at, at + length));
			at += length;
		} else at = nextFrame(bytes, at + 1, kind);
	}
	if (frames.length < leastFrames) throw new Error('it is no sound that is known here');
	return Buffer.concat(frames);
}

/** Two frames in a row, or the last one: two bytes alone are found anywhere. */
function nextFrame(bytes: Buffer, from: number, kind: number | undefined): number {
	for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
		const length = frameAt(bytes, at, kind);
		if (length > 0 && frameAt(bytes, at + length, kind) > 0) return at;
	}
	return bytes.length;
}

/** Where the sound begins behind ID3v2 tags (id3.org, 3.1: sizes of seven bits a byte). */
function afterTags(bytes: Buffer): number {
	let at = 0;
	while (bytes.toString('latin1', at, at + 3) === 'ID3' && at + 10 <= bytes.length) {
		const size = [6, 7, 8, 9].reduce((sum, byte) => sum * 128 + (bytes[at + byte]! & 127), 0);
		const hasFooter = (bytes[at + 5]! & 16) > 0;
		at += 10 + size + (hasFooter ? 10 : 0);
	}
	return at;
}

/** Version, layer and sampling rate: the same in all frames of a file. */
function kindAt(bytes: Buffer, at: number): number {
	return ((bytes[at + 1]! & 0xfe) << 8) | (bytes[at + 2]! & 0x0c);
}

/** Bytes of the frame of layer III that begins here; 0 where none does. */
function frameAt(bytes: Buffer, at: number, kind?: number): number {
	if (at + 4 > bytes.length || bytes[at] !== 0xff) return 0;
	const [second, third] = [bytes[at + 1]!, bytes[at + 2]!];
	const [version, layer] = [(second >> 3) & 3, (second >> 1) & 3];
	const rate = rates[(third >> 2) & 3];
	if (second < 0xe0 || version === 1 || layer !== 1 || rate === undefined) return 0;
	if (kind !== undefined && kindAt(bytes, at) !== kind) return 0;
	const isOne = version === 3;
	const kilobits = bitrates[isOne ? 'one' : 'two'][third >> 4] ?? 0;
	const divisor = isOne ? 1 : version === 2 ? 2 : 4;
	const samples = isOne ? 144 : 72;
	if (kilobits === 0) return 0;
	return Math.floor((samples * kilobits * 1000 * divisor) / rate) + ((third >> 1) & 1);
}
