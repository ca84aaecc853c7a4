import { media } from '../links.ts';
import type { Proof } from '../show/kiosk.ts';
import type { Heartbeat } from './contract.ts';

/** What only the page knows of itself. */
export type Pulse = Pick<
	Heartbeat,
	'fps' | 'heapMb' | 'decodeErrors' | 'decoded' | 'width' | 'height' | 'isFull'
>;

const everyMs = 15_000;
/** Frames that are timed for a beat. */
const frames = 20;

/** Counts pictures that could not be shown, and tells how the page is. */
export class Wellbeing {
	#decodeErrors = 0;
	#fps = 0;
	readonly #decoded = new Set<string>();
	readonly #ending = new AbortController();

	constructor() {
		const failed = ({ target }: Event) => {
			if (target instanceof HTMLImageElement) this.#decodeErrors += 1;
		};
		addEventListener('error', failed, { capture: true, signal: this.#ending.signal });
	}

	/**
	 * Decodes a picture of each gallery; resolves to whether all of them could be.
	 *
	 * @param hidden what may not be shown any more proves nothing, and has no file
	 */
	async prove(proofs: readonly Proof[], hidden: readonly string[]): Promise<boolean> {
		const each = proofs.map(({ gallery, photos }) => {
			const first = photos.find(({ id }) => !hidden.includes(id));
			return this.#decode(gallery, first?.name).then(
				() => true,
				() => false,
			);
		});
		return (await Promise.all(each)).every(Boolean);
	}

	/** A gallery of which nothing is left to be looked at is well. */
	async #decode(gallery: string, name: string | undefined): Promise<void> {
		if (name !== undefined) {
			const image = new Image();
			image.src = media(name);
			await image.decode();
		}
		this.#decoded.add(gallery);
	}

	/**
	 * Every 15 s, from within a frame: a page that draws nothing any more falls silent.
	 *
	 * @param isDark nothing is drawn at night, and that is well
	 */
	beat(send: (pulse: Pulse) => void, isDark: () => boolean): void {
		const measure = async () => (this.#fps = await rate());
		const timer = setInterval(() => {
			if (isDark()) return send(this.#pulse(0));
			void measure().then((fps) => send(this.#pulse(fps)));
		}, everyMs);
		void measure();
		this.#ending.signal.addEventListener('abort', () => clearInterval(timer));
	}

	/** Between two beats, without waiting for a frame: a panel that is off shows none. */
	get now(): Pulse {
		return this.#pulse(this.#fps);
	}

	end(): void {
		this.#ending.abort();
	}

	#pulse(fps: number): Pulse {
		const { memory } = performance as Performance & { memory?: { usedJSHeapSize: number } };
		return {
			fps,
			heapMb: memory ? Math.round(memory.usedJSHeapSize / 2 ** 20) : null,
			decodeErrors: this.#decodeErrors,
			decoded: [...this.#decoded],
			width: innerWidth,
			height: innerHeight,
			isFull: innerWidth === screen.width && innerHeight === screen.height,
		};
	}
}

/** Frames a second, over some of them. */
function rate(): Promise<number> {
	return new Promise((done) => {
		const from = performance.now();
		let left = frames;
		const step = () => {
			if (left-- > 0) requestAnimationFrame(step);
			else done(Math.round((frames * 1000) / (performance.now() - from)));
		};
		requestAnimationFrame(step);
	});
}
