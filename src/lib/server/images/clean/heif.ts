/** A box of an ISO base media file (ISO 14496-12): its type and where its content lies. */
export interface Box {
	type: string;
	start: number;
	end: number;
}

const known = /^(ftyp|meta|mdat|moov|idat|pdin|styp|free|skip|uuid|wide)$/;
const blanked = /^(free|skip|uuid|wide)$/;

/**
 * An AVIF or HEIC in which the EXIF and XMP items (ISO 23008-12) hold nothing: their bytes are blank,
 * so that no offset in the file changes. Which way is up is a property of the picture itself there.
 */
export function cleanHeif(bytes: Buffer): Buffer {
	const clean = Buffer.from(bytes);
	const boxes = boxesIn(clean, 0, clean.length).filter(({ type }) => known.test(type));
	for (const { type, start, end } of boxes) if (blanked.test(type)) clean.fill(0, start, end);
	const meta = boxes.find(({ type }) => type === 'meta');
	if (!meta) throw new Error('it has no list of its items');
	const inner = boxesIn(clean, meta.start + 4, meta.end);
	const find = (type: string) => inner.find((box) => box.type === type);
	const [infos, places, data] = [find('iinf'), find('iloc'), find('idat')];
	const items = infos ? describedItems(clean, infos) : new Map<number, string>();
	for (const { id, start, end } of places ? extents(clean, places, data) : []) {
		const kind = items.get(id);
		if (kind === 'Exif') blankExif(clean, start, end);
		else if (kind === 'mime' || kind === 'uri ') clean.fill(0x20, start, end);
	}
	// What follows the last box that a reader knows was put there by somebody else.
	return clean.subarray(0, Math.max(...boxes.map(({ end }) => end)));
}

export function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
	const boxes: Box[] = [];
	for (let at = from; at + 8 <= to;) {
		const type = bytes.toString('latin1', at + 4, at + 8);
		const short = bytes.readUInt32BE(at);
		const isLong = short === 1;
		const length = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short || to - at;
		if (length < 8 || at + length > to) break;
		boxes.push({ type, start: at + (isLong ? 16 : 8), end: at + length });
		at += length;
	}
	return boxes;
}

/** Items by their number: what kind of thing each is. */
function describedItems(bytes: Buffer, { start, end }: Box): Map<number, string> {
	const from = start + (bytes[start] === 0 ? 6 : 8);
	return new Map(
		boxesIn(bytes, from, end).map(({ start: at }) => {
			const isWide = bytes[at] === 3;
			const id = isWide ? bytes.readUInt32BE(at + 4) : bytes.readUInt16BE(at + 4);
			const kind = at + (isWide ? 10 : 8);
			return [id, bytes.toString('latin1', kind, kind + 4)];
		}),
	);
}

/** Where the bytes of each item lie (`iloc`). */
function extents(bytes: Buffer, { start }: Box, data: Box | undefined) {
	const version = bytes[start]!;
	let at = start + 4;
	const read = (size: number) => {
		const value =
			size === 0 ? 0 : size === 8 ? Number(bytes.readBigUInt64BE(at)) : bytes.readUIntBE(at, size);
		at += size;
		return value;
	};
	const sizes = read(2);
	const [ofOffset, ofLength, ofBase, ofIndex] = [12, 8, 4, 0].map((shift) => (sizes >> shift) & 15);
	const wide = version < 2 ? 2 : 4;
	const found: { id: number; start: number; end: number }[] = [];
	for (let count = read(wide); count > 0; count--) {
		const id = read(wide);
		const isInside = version > 0 && (read(2) & 15) === 1;
		read(2);
		const base = read(ofBase!) + (isInside ? (data?.start ?? 0) : 0);
		for (let parts = read(2); parts > 0; parts--) {
			if (version > 0) read(ofIndex!);
			const offset = base + read(ofOffset!);
			found.push({ id, start: offset, end: offset + read(ofLength!) });
		}
	}
	return found;
}

/** Readers expect a block there: one with an empty directory. */
function blankExif(bytes: Buffer, start: number, end: number): void {
	bytes.fill(0, start, end);
	const empty = Buffer.from('0000000049492a0008000000000000000000', 'hex');
	if (end - start >= empty.length) empty.copy(bytes, start);
}
