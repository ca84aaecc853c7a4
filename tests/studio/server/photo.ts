import type { PhotoView } from '../../../src/studio/contract/view.ts';

/** A photo of a fake desk. */
export function photo(id: string, file: string, more: Partial<PhotoView> = {}): PhotoView {
	return {
		...{ id, file, gallery: 'road', width: 48, height: 32, entry: {}, shown: {} },
		...{ version: '1', heldBack: [], galleries: ['road'], ...more },
	};
}
