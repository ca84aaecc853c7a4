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
			const limited = async (buffer: Buffer, ...rest: unknown[]) => {
				take(buffer.length);
				return Reflect.apply(write, file, [buffer, ...rest]);
			};
			file.write = limited as typeof file.write;
			return file;
		},
	};
}
