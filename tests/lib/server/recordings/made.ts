/** Small recordings of silence, made here byte by byte, that say PLANTED wherever they can. */
export const planted = Buffer.from('PLANTED by somebody');

/** A frame of 128 kbit/s at 44.1 kHz, all of it silence. */
export const mp3Frame = (fill = 0): Buffer => {
	const frame = Buffer.alloc(417, fill);
	return Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0xc4]), frame.subarray(4)]);
};
export const mp3Frames = (count = 40): Buffer =>
	Buffer.concat(Array.from({ length: count }, () => mp3Frame()));

export function id3v2(footer = false): Buffer {
	const frame = Buffer.concat([
		Buffer.from('TIT2'),
		Buffer.from([0, 0, 0, planted.length, 0, 0]),
		planted,
	]);
	// What looks like a frame of sound does stand in pictures.
	const data = Buffer.concat([frame, Buffer.from([0xff, 0xfb, 0x90, 0xc4]), Buffer.alloc(60)]);
	const size = [21, 14, 7, 0].map((shift) => (data.length >> shift) & 127);
	const head = Buffer.from([0x49, 0x44, 0x33, 4, 0, footer ? 16 : 0, ...size]);
	return Buffer.concat([
		head,
		data,
		...(footer ? [Buffer.from('3DI'), Buffer.from([4, 0, 16, ...size])] : []),
	]);
}

export function id3v1(): Buffer {
	return Buffer.concat([Buffer.from('TAG'), planted, Buffer.alloc(125 - planted.length)]);
}

export function ape(): Buffer {
	const head = Buffer.alloc(24);
	head.writeUInt32LE(2000, 0);
	head.writeUInt32LE(planted.length + 32, 4);
	return Buffer.concat([Buffer.from('APETAGEX'), head, planted, Buffer.from('APETAGEX'), head]);
}

export const box = (type: string, ...parts: Buffer[]): Buffer => {
	const data = Buffer.concat(parts);
	const head = Buffer.alloc(8);
	head.writeUInt32BE(data.length + 8);
	head.write(type, 4, 'latin1');
	return Buffer.concat([head, data]);
};

export const handler = (kind: string): Buffer =>
	box('hdlr', Buffer.alloc(8), Buffer.from(kind), Buffer.alloc(12), planted);

export const track = (kind = 'soun'): Buffer => {
	const day = Buffer.from([0, 0, 0, 0, 0xde, 0xad, 0xbe, 0xef, 0xde, 0xad, 0xbe, 0xef]);
	const table = box(
		'stbl',
		box('stsd', Buffer.alloc(8)),
		box('stco', Buffer.from([0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 24])),
	);
	return box(
		'trak',
		box('tkhd', day, Buffer.alloc(80)),
		box('mdia', box('mdhd', day, Buffer.alloc(12)), handler(kind), box('minf', table)),
		box('udta', box('name', planted)),
	);
};

export function m4a(...tracks: Buffer[]): Buffer {
	const head = Buffer.alloc(100);
	const tags = box('udta', box('meta', Buffer.alloc(4), box('ilst', planted)));
	return Buffer.concat([
		box('ftyp', Buffer.from('M4A \0\0\0\0')),
		box('mdat', Buffer.from('the sound itself')),
		box('moov', box('mvhd', head), ...(tracks.length ? tracks : [track()]), tags),
		box('uuid', planted),
	]);
}

/** A page of Ogg without its checksum, which readers must not need to find it. */
export function oggPage(
	index: number,
	flags: number,
	packet: Buffer,
	granule = 0,
	serial = 7,
): Buffer {
	const full = Math.floor(packet.length / 255);
	const lengths = Buffer.from([...Array.from({ length: full }, () => 255), packet.length % 255]);
	const head = Buffer.alloc(27);
	head.write('OggS', 'latin1');
	head[5] = flags;
	head.writeUInt32LE(granule, 6);
	head.writeUInt32LE(serial, 14);
	head.writeUInt32LE(index, 18);
	head[26] = lengths.length;
	return Buffer.concat([head, lengths, packet]);
}

export const opusHead = Buffer.from([
	...Buffer.from('OpusHead'),
	1,
	2,
	0,
	0,
	0x80,
	0xbb,
	0,
	0,
	0,
	0,
	0,
]);
/** 20 ms of silence, as the reference encoder writes it. */
const silence = Buffer.from([0xfc, 0xff, 0xfe]);

export function opus(seconds = 1): Buffer {
	const length = Buffer.alloc(4);
	length.writeUInt32LE(planted.length);
	const tags = Buffer.concat([
		Buffer.from('OpusTags'),
		length,
		planted,
		Buffer.from([1, 0, 0, 0]),
		length,
		planted,
	]);
	const sound = Array.from({ length: seconds * 50 }, (_, at) =>
		oggPage(at + 2, at === seconds * 50 - 1 ? 4 : 0, silence, (at + 1) * 960),
	);
	return Buffer.concat([oggPage(0, 2, opusHead), oggPage(1, 0, tags), ...sound]);
}
