import type { FileHandle } from 'node:fs/promises';

/** So many bytes from an offset on; fewer, or none, where the source ends. */
export type Bytes = (offset: number, length: number) => Promise<Buffer>;

export function bytesOf(buffer: Buffer): Bytes {
	return async (offset, length) => buffer.subarray(offset, offset + length);
}

export function bytesOfFile(handle: FileHandle): Bytes {
	return async (offset, length) => {
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
		return buffer.subarray(0, bytesRead);
	};
}
