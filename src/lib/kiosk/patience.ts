/** Between two attempts, in ms: kioskd is back after a few seconds. */
const pause = 300;
/** A picture that fails for another reason is not asked for for ever. */
const mostTries = 5;

/**
 * kioskd may be started anew amid a visit. What the page reads meanwhile waits until it is back, a picture that could
 * not be had is fetched then, and code is kept beforehand: nobody sees that anything failed.
 *
 * @returns how to end it
 */
export function patience(): () => void {
	const native = window.fetch;
	const ending = new AbortController();
	window.fetch = async (input, init) => {
		for (;;) {
			try {
				return await native(input, init);
			} catch (error) {
				// A network's error is a TypeError; what is written is told again by itself.
				const isLost = error instanceof TypeError && !ending.signal.aborted;
				if (!isLost || (init?.method ?? 'GET') !== 'GET') throw error;
				await new Promise((done) => setTimeout(done, pause));
			}
		}
	};
	addEventListener('error', (event) => void mend(event), { capture: true, signal: ending.signal });
	void keepCode().catch(() => undefined);
	return () => {
		ending.abort();
		window.fetch = native;
	};
}

/** A browser remembers of a module that it could not be had: it must never have to ask for one in vain. */
async function keepCode(): Promise<void> {
	const answer = await fetch('/kioskd/code');
	for (const address of (await answer.json()) as string[]) {
		await (await fetch(address)).arrayBuffer();
	}
}

const tries = new WeakMap<HTMLImageElement, number>();

/** Without a picture there is nothing at its place: no sign of a browser. */
async function mend({ target: image }: Event): Promise<void> {
	if (!(image instanceof HTMLImageElement)) return;
	const before = tries.get(image) ?? 0;
	tries.set(image, before + 1);
	image.style.visibility = 'hidden';
	const answer = await fetch(image.currentSrc);
	if (!answer.ok || before >= mostTries) return;
	const shown = () => image.style.removeProperty('visibility');
	image.addEventListener('load', shown, { once: true });
	image.setAttribute('src', image.getAttribute('src') ?? '');
}
