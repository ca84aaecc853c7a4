import type { Outcome, Step } from '../../../src/studio/contract/operations.ts';
import type { PhotoView, View } from '../../../src/studio/contract/view.ts';
import type { Desk } from '../../../src/studio/server/desk.ts';

/** A desk that notes what is asked of it. */
export class FakeDesk implements Desk {
	steps: Step[] = [];
	recorded: { title: string; final?: string }[] = [];
	isClosed = false;
	answer: Outcome | undefined;
	#revision = 1;

	constructor(
		readonly folder: string,
		public photos: readonly PhotoView[] = [],
	) {}

	view(): Promise<View> {
		const { photos, folder } = this;
		return Promise.resolve({
			...{ revision: this.#revision, folder, photos, languages: ['en', 'tg'], exhibition: {} },
			...{ galleries: [], stories: [], problems: [] },
		});
	}

	change(step: Step): Promise<Outcome> {
		this.steps.push(step);
		return Promise.resolve(this.answer ?? this.#done());
	}

	undo = () => Promise.resolve(this.#done());
	redo = () => Promise.resolve(this.#done());
	history = () => Promise.resolve([]);
	versions = () => Promise.resolve([]);
	restore = () => Promise.resolve(this.#done());
	watch = () => () => undefined;

	async record(title: string, change: () => Promise<void>, final?: string): Promise<Outcome> {
		await change();
		this.recorded.push({ title, final });
		return this.#done();
	}

	async close(): Promise<void> {
		this.isClosed = true;
	}

	#done(): Outcome {
		return { done: true, revision: ++this.#revision, alsoOutside: [] };
	}
}
