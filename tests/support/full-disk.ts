import { open, rename, rm } from 'node:fs/promises';
import type { Disk } from '../../src/kiosk/durable.ts';

/** A disk with room for so many bytes; what does not fit is not written. */
export function fullDisk(room: number): Disk {
	const take = (bytes: number) => {
		room -= bytes;
		if (room < 0)
			throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
	};
	return {
		rename,
		rm,
		open: async (...args) => {
			const file = await open(...args);
			const { write, writeFile } = file;
			file.writeFile = async (data, options) => {
				take(Buffer.byteLength(data as string));
				await writeFile.call(file, data, options);
			};
			file.write = (async (buffer: Buffer, ...rest: []) => {
				take(buffer.length);
				return write.call(file, buffer, ...rest);
			}) as typeof file.write;
			return file;
		},
	};
}
