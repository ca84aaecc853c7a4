import { basename } from 'node:path/posix';
import type { Content, GalleryRecord } from '../../../lib/server/content/record.ts';
import { within } from '../../../lib/server/content/galleries.ts';
import type { Json } from '../../contract/operations.ts';
import { mayLeave, nameOf, titleOf } from './fields.ts';
import type { Item } from './item.ts';

const embedded = ['title', 'caption', 'alt', 'description'] as const;

/** Texts that only the photos' own files have: translated, they come into the entry. */
export function shownItems(content: Content, gallery: GalleryRecord): Item[] {
	const file = within({ path: gallery.folder }, 'gallery.yaml');
	return content.photos
		.filter((photo) => photo.gallery === gallery.id && mayLeave(photo, []))
		.flatMap((photo) =>
			embedded.flatMap((field): Item[] => {
				const texts = photo[field];
				if (photo.entry[field] !== undefined || !texts) return [];
				const key = [file, 'photos', basename(photo.file), field].join('/');
				const place = [titleOf(gallery, content), nameOf(photo, content), field].join(' · ');
				const of = { kind: 'photo', photo: photo.id } as const;
				const whole = photo.entry as Json;
				const home = { kind: 'field', of, path: [field], whole } as const;
				return [{ key, ledger: key, place, photo: photo.id, texts, home }];
			}),
		);
}
