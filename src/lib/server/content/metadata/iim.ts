import { decode } from './decode.ts';

/** Values of IPTC data sets by number, such as `2:120`: the bytes as the file has them. */
export type DataSets = ReadonlyMap<string, readonly Buffer[]>;

const photoshop = 'Photoshop 3.0\0';
const iptcResource = 0x0404;

/**
 * Reads an IPTC block (IPTC-NAA Information Interchange Model 4.2): bare, as TIFF has it, or as a
 * resource of Photoshop's, as JPEG does. What is cut off or broken is left out; never throws.
 */
export function readIim(block: Buffer): DataSets {
	const sets = new Map<string, Buffer[]>();
	const iim = isResources(block)
		? (resource(block, iptcResource) ?? Buffer.alloc(0))
		: swapped(block);
	for (let at = 0; iim[at] === 0x1c && at + 5 <= iim.length;) {
		const [start, length] = extent(iim, at + 3);
		if (start + length > iim.length) break;
		const key = `${iim[at + 1]}:${iim[at + 2]}`;
		const values = sets.get(key) ?? [];
		values.push(iim.subarray(start, start + length));
		sets.set(key, values);
		at = start + length;
	}
	return sets;
}

/** Every text of a data set; `1:90` says `ESC % G` where they are UTF-8. */
export function textsOf(sets: DataSets, key: string): string[] {
	const marked = sets.get('1:90')?.some((mark) => mark.toString('latin1') === '\x1b%G');
	return (sets.get(key) ?? []).map((bytes) => decode(bytes, marked));
}

function isResources(block: Buffer): boolean {
	return block.toString('latin1', 0, photoshop.length) === photoshop || isSignature(block, 0);
}

/** Four letters: `8BIM`, and rarer ones of Photoshop's plug-ins. */
function isSignature(block: Buffer, at: number): boolean {
	return /^(8BIM|PHUT|AgHg|DCSR|MeSa)$/.test(block.toString('latin1', at, at + 4));
}

/** Each resource: signature, number, a name and the data, both of even length (Photoshop file formats). */
function resource(block: Buffer, wanted: number): Buffer | undefined {
	let at = isSignature(block, 0) ? 0 : photoshop.length;
	while (at + 12 <= block.length && isSignature(block, at)) {
		const name = even(1 + (block[at + 6] ?? 0));
		const start = at + 6 + name + 4;
		if (start > block.length) return undefined;
		const length = block.readUInt32BE(start - 4);
		if (block.readUInt16BE(at + 4) === wanted) return block.subarray(start, start + length);
		at = start + even(length);
	}
	return undefined;
}

function even(length: number): number {
	return length + (length % 2);
}

/** Where the data starts and how long it is; above 32 767 the length is itself so many bytes long. */
function extent(iim: Buffer, at: number): [start: number, length: number] {
	const length = iim.readUInt16BE(at);
	if (length < 0x8000) return [at + 2, length];
	const size = length & 0x7fff;
	const fits = size > 0 && size <= 4 && at + 2 + size <= iim.length;
	return fits ? [at + 2 + size, iim.readUIntBE(at + 2, size)] : [at + 2, Infinity];
}

/** Some programs write the block into TIFF as numbers of four bytes, which arrive turned round. */
function swapped(block: Buffer): Buffer {
	if (block[0] === 0x1c || block[3] !== 0x1c) return block;
	return Buffer.from(block.subarray(0, block.length - (block.length % 4))).swap32();
}
