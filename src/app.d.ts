import type { Exhibition } from '$lib/model';

declare global {
	/** The exhibition while it is edited: set by `npm run dev`. */
	var nigohLive: (() => Promise<Exhibition>) | undefined;

	namespace App {
		interface Error {
			message: string;
		}
	}
}

export {};
