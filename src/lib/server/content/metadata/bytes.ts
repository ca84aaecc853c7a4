import type { FileHandle } from 'node:fs/promises';

/** So many bytes from an offset on; fewer, or none, where the source ends. */
export type Bytes = (offset: number, length: number) => Promise<Buffer>;

export function bytesOf(buffer: Buffer): Bytes {
	return async (offset, length) => buffer.subarray(offset, offset + length);
}

/** Metadata mostly stands here; each read of its own costs more than all of this. */
const headLength = 128 * 1024;

export function bytesOfFile(handle: FileHandle): Bytes {
	const read: Bytes = async (offset, length) => {
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
		return buffer.subarray(0, bytesRead);
	};
	let head: Promise<Buffer> | undefined;
	return async (offset, length) => {
		head ??= read(0, headLength);
		const inHead = offset + length <= headLength;
		return inHead ? (await head).subarray(offset, offset + length) : read(offset, length);
	};
}
