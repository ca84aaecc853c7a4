/** Extensions that pixels need: delays and transparency, and how often an animation runs. */
const [extension, image, trailer, control, application] = [0x21, 0x2c, 0x3b, 0xf9, 0xff];

/** A GIF (89a) without comments, texts and what programs wrote into it; nothing after its end. */
export function cleanGif(bytes: Buffer): Buffer {
	const start = 13 + tableLength(bytes[10]!);
	const parts: Buffer[] = [bytes.subarray(0, start)];
	for (let at = start; at < bytes.length;) {
		const kind = bytes[at];
		if (kind === trailer) return Buffer.concat([...parts, bytes.subarray(at, at + 1)]);
		if (kind === extension) {
			const next = afterBlocks(bytes, at + 2);
			const name = bytes.toString('latin1', at + 3, at + 14);
			const isLoop = bytes[at + 1] === application && /^(NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(name);
			if (bytes[at + 1] === control || isLoop) parts.push(bytes.subarray(at, next));
			at = next;
		} else if (kind === image) {
			const next = afterBlocks(bytes, at + 11 + tableLength(bytes[at + 9]!));
			parts.push(bytes.subarray(at, next));
			at = next;
		} else throw new Error('a block is of no known kind');
	}
	throw new Error('it has no end');
}

function tableLength(packed: number): number {
	return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;
}

function afterBlocks(bytes: Buffer, at: number): number {
	while (bytes[at]) at += bytes[at]! + 1;
	return at + 1;
}
