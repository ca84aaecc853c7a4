/** A place that may offer a release: a folder, a stick, an address. */
export interface Source {
	/** Where it is, for people. */
	name: string;
	/** The text of `release.json` or `withdrawn.json`; undefined where it offers none. */
	list(name: string): Promise<string | undefined>;
	/**
	 * The bytes of the file with this hash, from an offset on. A source that cannot begin there begins
	 * anew, and says so by `from`.
	 */
	file(sha256: string, from: number): Promise<{ from: number; chunks: AsyncIterable<Uint8Array> }>;
	/** Of a source that is taken away again: nothing more is needed of it, and it may be told so. */
	leave?(left: Left): Promise<void>;
}

/** What came of a source. */
export interface Left {
	/** It has something that our key has signed. */
	isOurs: boolean;
	/** Something of it could not be used. */
	isWrong: boolean;
}
