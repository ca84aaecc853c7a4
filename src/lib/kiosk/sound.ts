/** A recording, as far as it is loud. */
interface Loud {
	volume: number;
	muted: boolean;
}

const isLoud = (target: unknown): target is Loud =>
	typeof target === 'object' && target !== null && 'volume' in target && 'muted' in target;

/** Recordings begin as loud as staff say, and no visitor makes them louder: softer they may be. */
export class Sound {
	#most = 1;

	/** From 0 to 1; what plays follows at once. */
	set(most: number, playing: Iterable<Loud> = document.querySelectorAll('audio, video') as never) {
		this.#most = most;
		for (const one of playing) one.volume = most;
	}

	/** @returns how to end it */
	attend(root: EventTarget = window): () => void {
		const ending = new AbortController();
		const options = { capture: true, signal: ending.signal };
		const begin = ({ target }: Event) => isLoud(target) && (target.volume = this.#most);
		const hold = ({ target }: Event) => {
			if (isLoud(target) && target.volume > this.#most) target.volume = this.#most;
		};
		root.addEventListener('play', begin, options);
		root.addEventListener('volumechange', hold, options);
		return () => ending.abort();
	}
}
