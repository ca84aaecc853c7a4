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
}
