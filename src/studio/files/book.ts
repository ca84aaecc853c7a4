import { basename } from 'node:path/posix';
import type { Content } from '../../lib/server/content/record.ts';
import type { IdOf } from './keys.ts';
import type { Loose } from './loose.ts';
import { StudioRefusal } from './studio-refusal.ts';

export interface GalleryPlace {
	id: string;
	/** Relative to the content folder; '' is that itself. */
	folder: string;
	/** Its gallery.yaml, whether there is one or not. */
	file: string;
	isPublished: boolean;
	/** Names of its pictures as they hang. */
	names: readonly string[];
	/** Ids of photos whose files lie elsewhere. */
	guests: ReadonlySet<string>;
	cover?: string;
}

export interface PhotoPlace {
	id: string;
	gallery: GalleryPlace;
	/** Relative to the content folder. */
	file: string;
	/** Within its folder. */
	name: string;
	/** No list names it: it hangs nowhere yet. */
	isLoose?: true;
}

/** Where things are, by their ids. */
export class Book {
	readonly languages: readonly string[];
	readonly isCurated: boolean;
	#galleries: Map<string, GalleryPlace>;
	#photos: Map<string, PhotoPlace>;
	#ids: Map<string, string>;

	constructor(content: Content, loose: readonly Loose[] = []) {
		this.languages = content.languages;
		this.isCurated = content.mode === 'curated';
		this.#galleries = new Map(content.galleries.map((one) => [one.id, placeOf(one, content)]));
		const photos = content.photos.flatMap(({ id, gallery, file }): PhotoPlace[] => {
			const place = this.#galleries.get(gallery);
			return place ? [{ id, gallery: place, file, name: basename(file) }] : [];
		});
		const more = loose.map(({ id, gallery, file }): [string, PhotoPlace] => {
			const place = { id, file, name: basename(file), isLoose: true } as const;
			return [id, { ...place, gallery: this.gallery(gallery) }];
		});
		this.#photos = new Map([...photos.map((one) => [one.id, one] as const), ...more]);
		this.#ids = new Map(photos.map(({ file, id }) => [file.normalize('NFC'), id]));
	}

	get source(): string {
		return this.languages[0] ?? 'en';
	}

	gallery(id: string): GalleryPlace {
		const found = this.#galleries.get(id);
		if (found) return found;
		throw gone(`the gallery ${id}`);
	}

	photo(id: string): PhotoPlace {
		const found = this.#photos.get(id);
		if (found) return found;
		throw gone(`the photo ${id}`);
	}

	hasPhoto(id: string): boolean {
		return this.#photos.has(id);
	}

	/** A picture of a gallery's folder that no list names. */
	loose(id: string, gallery: string): PhotoPlace | undefined {
		const found = this.#photos.get(id);
		return found?.isLoose && found.gallery.id === gallery ? found : undefined;
	}

	/** Galleries in which a photo of another hangs too, and those that it stands for. */
	guestIn(photo: string): GalleryPlace[] {
		return [...this.#galleries.values()].filter(({ guests }) => guests.has(photo));
	}

	coverOf(photo: string): GalleryPlace[] {
		return [...this.#galleries.values()].filter(({ cover }) => cover === photo);
	}

	/** In a gallery's folder: which photo a file is. */
	idsIn({ folder }: Pick<GalleryPlace, 'folder'>): IdOf {
		const prefix = folder === '' ? '' : `${folder}/`.normalize('NFC');
		return (name) => this.#ids.get(prefix + name);
	}

	/** Of the gallery whose file it is. */
	idsOfFile(file: string): IdOf {
		return this.idsIn({ folder: file.replace(/\/?[^/]*$/, '') });
	}
}

function placeOf(
	{ id, folder, published, hangings, cover }: Content['galleries'][number],
	{ photos }: Content,
): GalleryPlace {
	const own = new Map(
		photos.filter(({ gallery }) => gallery === id).map((photo) => [photo.id, photo.file]),
	);
	const names = hangings.flatMap((one) => (one.kind === 'photo' ? (own.get(one.id) ?? []) : []));
	const file = folder === '' ? 'gallery.yaml' : `${folder}/gallery.yaml`;
	const guests = new Set(hangings.flatMap((one) => (one.kind === 'ref' ? one.id : [])));
	return {
		...{ id, folder, file, guests, cover },
		isPublished: published,
		names: names.map((name) => basename(name)),
	};
}

function gone(what: string): StudioRefusal {
	return new StudioRefusal(
		`There is no longer ${what}.`,
		'look at what is there now: it was renamed or removed meanwhile',
	);
}
