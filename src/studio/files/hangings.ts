import { basename } from 'node:path/posix';
import type { Content, GalleryRecord } from '../../lib/server/content/record.ts';
import type { Json } from '../contract/operations.ts';
import type { Hanging } from '../contract/view.ts';
import { keysOf } from './keys.ts';
import { rawOf } from './raw.ts';
import { own } from './text/value.ts';

/** What hangs on a gallery's wall, by the keys that operations use. */
export function hangingsOf(gallery: GalleryRecord, { photos }: Content): Hanging[] {
	const list = rawOf(gallery.origin.source).photos;
	if (!Array.isArray(list)) {
		return gallery.hangings.flatMap((one) =>
			one.kind === 'photo' ? [{ key: one.id, kind: one.kind, hang: one.hang }] : [],
		);
	}
	const mine = photos.filter((photo) => photo.gallery === gallery.id);
	const ids = new Map(mine.map(({ file, id }) => [basename(file).normalize('NFC'), id]));
	const keys = keysOf(list, (name) => ids.get(name));
	return (list as readonly Json[]).flatMap((item, index): Hanging[] => {
		const kind = kindOf(item, ids);
		if (!kind) return [];
		const section = own(item, 'section');
		return [
			{
				key: keys[index]!,
				kind,
				hang: own(item, 'hang') === 'lead' ? 'lead' : 'row',
				...(typeof section === 'string' ? { section } : {}),
				...(kind === 'text' || kind === 'ref' ? { item } : {}),
			},
		];
	});
}

function kindOf(item: Json, ids: ReadonlyMap<string, string>): Hanging['kind'] | undefined {
	const file = own(item, 'file');
	if (typeof file === 'string') return ids.has(file.normalize('NFC')) ? 'photo' : 'gone';
	if (own(item, 'ref') !== undefined) return 'ref';
	return own(item, 'text') === undefined ? undefined : 'text';
}
