import { join } from 'node:path';
import { readMetadata } from '../../lib/server/content/metadata/read.ts';
import type { PhotoView } from '../contract/view.ts';
import { shaOf } from './disk.ts';
import type { Eyes } from './eyes.ts';

interface Size {
	width: number;
	height: number;
}

/** What the desk shows of pictures that hang nowhere yet; each is opened once. */
export class Tray {
	#sizes = new Map<string, { stamp: string; size: Size | undefined }>();

	async views({ root, loose, stamps }: Eyes): Promise<PhotoView[]> {
		const views = loose.map(async ({ file, ...one }): Promise<PhotoView[]> => {
			const stamp = stamps.get(file) ?? '';
			const size = await this.#size(join(root, file), stamp);
			const version = shaOf(`${stamp} null`).slice(0, 12);
			const said = { entry: {}, shown: {}, heldBack: ['it hangs on no wall'], galleries: [] };
			return size ? [{ ...one, file, ...size, ...said, version }] : [];
		});
		return (await Promise.all(views)).flat();
	}

	/** Undefined: it is no picture that can be shown. */
	async #size(file: string, stamp: string): Promise<Size | undefined> {
		const known = this.#sizes.get(file);
		if (known?.stamp === stamp) return known.size;
		const read = await readMetadata(file, []).catch(() => undefined);
		const size = read && { width: read.embedded.width, height: read.embedded.height };
		this.#sizes.set(file, { stamp, size });
		return size;
	}
}
