import type { Conflict, Operation } from '../contract/operations.ts';
import type { Book, GalleryPlace, PhotoPlace } from './book.ts';
import { Draft, type Item, type ListName } from './draft.ts';
import type { Deed, FileMove } from './journal.ts';

/** What is read for a step. */
export interface Reading {
	/** A file's text; undefined: there is no such file. */
	text(file: string): Promise<string | undefined>;
	/** Names of the files in a folder. */
	names(folder: string): Promise<readonly string[]>;
}

/** What a step will do, before anything is written. */
export class Plan {
	readonly drafts = new Map<string, { draft: Draft; isNew: boolean }>();
	readonly stories = new Map<string, { before?: string; after?: string }>();
	readonly moves: FileMove[] = [];
	readonly conflicts: Conflict[] = [];
	/** Photos that the step has brought elsewhere. */
	readonly rehomed = new Map<string, PhotoPlace>();
	/** Ids that the step gives. */
	readonly given = new Set<string>();
	/** Asked when all is planned: a wall text's name comes of what it says in the end. */
	readonly #inverse: (() => Deed)[] = [];

	constructor(
		readonly book: Book,
		readonly reading: Reading,
		/** Its number: a folder of this name in the trash is its own. */
		readonly number: number,
	) {}

	photo(id: string): PhotoPlace {
		return this.rehomed.get(id) ?? this.book.photo(id);
	}

	get inverse(): Deed[] {
		return this.#inverse.map((make) => make()).reverse();
	}

	takeBack(make: () => Deed): void {
		this.#inverse.push(make);
	}

	conflict(operation: Deed, place: string, more: Omit<Conflict, 'operation' | 'place'> = {}): void {
		this.conflicts.push({ operation: operation as Operation, place, ...more });
	}

	async draft(file: string): Promise<Draft> {
		const known = this.drafts.get(file)?.draft;
		if (known) return known;
		const text = await this.reading.text(file);
		const { book } = this;
		const draft = new Draft(file, text ?? '', book.languages, book.idsOfFile(file));
		this.drafts.set(file, { draft, isNew: text === undefined });
		return draft;
	}

	/**
	 * The file of a gallery with a list of its photos. Where none was written all pictures of the folder
	 * hang: they go on doing so, and a folder that nobody published is not published by its new file.
	 */
	async listed(gallery: GalleryPlace): Promise<Draft> {
		const draft = await this.draft(gallery.file);
		if (draft.items('photos')) return draft;
		if (this.drafts.get(gallery.file)?.isNew && !gallery.isPublished) {
			draft.setOwn(['status'], 'draft');
		}
		draft.setOwn(
			['photos'],
			gallery.names.map((file) => ({ file })),
		);
		return draft;
	}

	itemIn(draft: Draft, list: ListName, key: string): Item | undefined {
		return draft.items(list)?.find((item) => item.key === key);
	}
}

/** The name of what follows an item now; null: nothing. */
export function nextKey(draft: Draft, list: ListName, item: Item): string | null {
	const items = draft.items(list) ?? [];
	return items[items.indexOf(item) + 1]?.key ?? null;
}
