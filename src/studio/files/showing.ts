import type { View } from '../contract/view.ts';
import { Shown } from './shown.ts';
import { stacksOf } from './stacks.ts';
import { Tray } from './tray.ts';
import { storyViews, viewOf } from './view.ts';
import type { Work } from './work.ts';

/** Everything that a desk shows, made anew only where something of it is another. */
export class Showing {
	#shown = new Shown();
	#tray = new Tray();
	#last: { of: readonly unknown[]; view: View } | undefined;

	/** @param day on which it is decided what is public */
	async view(work: Work, day: string): Promise<View> {
		const { journal, revision, eyes } = work;
		const of = [journal, journal.entries.length, revision, eyes.stamps, day];
		if (this.#last && of.every((one, at) => one === this.#last?.of[at])) return this.#last.view;
		const { view, isWhole } = await this.#make(work, day);
		// What another program held just now can be read the next time.
		this.#last = isWhole ? { of, view } : undefined;
		return view;
	}

	async #make(work: Work, day: string): Promise<{ view: View; isWhole: boolean }> {
		const { eyes, journal, revision } = work;
		const content = await eyes.content();
		let isWhole = true;
		const read = async (file: string) => {
			try {
				return (await work.see(file))?.text;
			} catch {
				isWhole = false;
				return undefined;
			}
		};
		const files = content.galleries.flatMap(({ origin }) => origin.source?.file ?? []);
		for (const file of ['exhibition.yaml', ...files]) await read(file);
		const { undo, redo } = stacksOf(journal.entries);
		const seen = await viewOf(content, eyes.stamps, day, this.#shown);
		const view = {
			...seen,
			photos: [...seen.photos, ...(await this.#tray.views(eyes))],
			stories: await storyViews(eyes.stamps, read),
			revision,
			...(undo.at(-1)?.final === undefined && { canUndo: undo.at(-1)?.title }),
			canRedo: redo.at(-1)?.title,
		};
		return { view, isWhole };
	}
}
