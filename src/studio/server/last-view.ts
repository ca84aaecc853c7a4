import type { PhotoView, View } from '../contract/view.ts';

/**
 * Photos as they were seen last. A picture's address says of which state of its photo it is, so hundreds of
 * them need not look at the disk again, nor wait for an import to end.
 */
export class LastView {
	#photos = new Map<string, PhotoView>();
	#asking: Promise<View> | undefined;

	constructor(readonly ask: () => Promise<View>) {}

	/** @param version as the address has it; another than the one seen last, or none: the disk is looked at */
	async photo(id: string, version: string | undefined): Promise<PhotoView | undefined> {
		const seen = this.#photos.get(id);
		if (seen && seen.version === version) return seen;
		await this.#look();
		return this.#photos.get(id);
	}

	/** Reads the exhibition before anybody asks: a window that opens then waits less. */
	begin(): void {
		// Whoever asks is told what is wrong.
		this.#look().catch(() => undefined);
	}

	#look(): Promise<View> {
		this.#asking ??= this.ask()
			.then((view) => {
				this.#photos = new Map(view.photos.map((photo) => [photo.id, photo]));
				return view;
			})
			.finally(() => (this.#asking = undefined));
		return this.#asking;
	}
}
