import type { Exhibition, Wall } from '$lib/model';

declare global {
	/** The exhibition while it is edited: set by `npm run dev`. */
	var nigohLive: (() => Promise<Exhibition>) | undefined;

	namespace App {
		/** `photo`: the one that the lightbox shows over a wall. */
		interface PageState {
			photo?: string;
		}
		/** The wall that a page hangs on, where it is not the exhibition's. */
		interface Locals {
			wall?: Wall;
		}
		interface Error {
			message: string;
		}
	}
}

export {};
