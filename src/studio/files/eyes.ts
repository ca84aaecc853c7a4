import { join } from 'node:path';
import { hashFile } from '../../lib/server/content/hash.ts';
import type { Memo } from '../../lib/server/content/galleries.ts';
import { readContent } from '../../lib/server/content/read.ts';
import type { Content } from '../../lib/server/content/record.ts';
import { Book } from './book.ts';
import { looseIn, type Loose } from './loose.ts';
import { changedBetween, scan, stampOf, type Stamps } from './scan.ts';

/** The exhibition as it is on the disk, read anew only where it has changed. */
export class Eyes {
	#memo: Memo = new Map();
	#hashes = new Map<string, { stamp: string; hash: Promise<string> }>();
	#stamps: Map<string, string> = new Map();
	/** What the content was read of. */
	#read: Stamps | undefined;
	#content: Content | undefined;
	#loose: readonly Loose[] = [];
	#book: { book: Book; of: Stamps } | undefined;

	constructor(
		readonly root: string,
		private readonly cache: string,
	) {}

	/** Another map where a file is another. */
	get stamps(): Stamps {
		return this.#stamps;
	}

	/** Files that have changed since they were looked at last, or written by us. */
	async look(): Promise<string[]> {
		const now = await scan(this.root);
		const changed = changedBetween(this.#stamps, now);
		if (changed.length > 0) this.#stamps = new Map(now);
		return changed;
	}

	/** We wrote these files ourselves: nobody is to be told. */
	wrote(files: readonly string[]): void {
		const now = new Map(this.#stamps);
		for (const file of files.filter((one) => !one.startsWith('.'))) {
			const stamp = stampOf(this.root, file);
			if (stamp === '') now.delete(file);
			else now.set(file, stamp);
		}
		this.#stamps = now;
	}

	/** @throws {ContentError} if the folder cannot be read */
	async content(): Promise<Content> {
		const of = this.#stamps;
		if (this.#content && this.#read && changedBetween(this.#read, of).length === 0) {
			return this.#content;
		}
		const { cache } = this;
		const hash = (path: string) => this.#hash(path);
		this.#content = await readContent(this.root, { cache, memo: this.#memo, hash });
		this.#read = of;
		this.#loose = looseIn(this.#content, of.keys());
		this.#book = { book: new Book(this.#content, this.#loose), of };
		return this.#content;
	}

	/** Pictures that hang nowhere yet, of the content that was read last. */
	get loose(): readonly Loose[] {
		return this.#loose;
	}

	/**
	 * Where things are. After a step that only changed what is said of them that is known still.
	 *
	 * @param isKept files changed in ways that leave everything where it was
	 */
	async book(isKept: ReadonlySet<string>): Promise<Book> {
		const known = this.#book;
		const isSame =
			known && changedBetween(known.of, this.#stamps).every((file) => isKept.has(file));
		if (!isSame) await this.content();
		return this.#book!.book;
	}

	/** A camera's names make ids of contents: each is read once. */
	#hash(path: string): Promise<string> {
		const stamp = stampOf(this.root, path.slice(join(this.root, '/').length));
		const known = this.#hashes.get(path);
		if (known?.stamp === stamp) return known.hash;
		const hash = hashFile(path);
		this.#hashes.set(path, { stamp, hash });
		return hash;
	}
}
