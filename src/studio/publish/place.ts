/**
 * Where a site goes. Paths are below it, with `/`. Nothing of a place knows what a photo or a page is:
 * in which order what is put and removed, `plan.ts` decides.
 */
export interface Place {
	/** Its address for people, in sentences. */
	name: string;
	/** Puts that may run beside one another. */
	atOnce: number;
	/** Every file that is there, ours or not, with its bytes; undefined where they are not known. */
	list(): Promise<ReadonlyMap<string, number | undefined>>;
	/** A small file's text; undefined where there is none. */
	read(path: string): Promise<string | undefined>;
	/** Bytes that still fit; undefined where that is not known. */
	room(): Promise<number | undefined>;
	/** Puts a file of this computer there, whole or not at all. */
	put(path: string, from: string): Promise<void>;
	/** Likewise, a small text. */
	write(path: string, text: string): Promise<void>;
	remove(path: string): Promise<void>;
	/** Everything was put: makes it last, or shows it. */
	commit(): Promise<void>;
	/** Lets go of it, also after a failure. */
	close(): Promise<void>;
}
