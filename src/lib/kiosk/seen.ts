import type { Visit } from './contract.ts';

/** What is looked at in one visit. */
export class Seen {
	readonly #galleries = new Set<string>();
	readonly #photos = new Set<string>();
	#codes = 0;
	#since = performance.now();

	gallery(id: string | undefined): void {
		if (id !== undefined) this.#galleries.add(id);
	}

	photo(id: string | undefined): void {
		if (id !== undefined) this.#photos.add(id);
	}

	code(): void {
		this.#codes += 1;
	}

	/** Ends a visit, and begins the next one. */
	end(language: string): Visit {
		const visit = {
			language,
			galleries: [...this.#galleries],
			photos: [...this.#photos],
			qrShown: this.#codes,
			seconds: Math.round((performance.now() - this.#since) / 1000),
		};
		this.#galleries.clear();
		this.#photos.clear();
		this.#codes = 0;
		return visit;
	}

	begin(): void {
		this.#since = performance.now();
	}
}
