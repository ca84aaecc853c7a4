import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Notice } from '../contract/server.ts';

type Listener = (notice: Notice) => void;

/** Comments keep a connection open that has nothing to say. */
const stillThere = 20_000;
/** Windows of one desk; each holds a connection. */
const most = 20;

/** What is told to every window of the desk. */
export class Notices {
	readonly #listeners = new Set<Listener>();

	tell(notice: Notice): void {
		for (const listener of this.#listeners) listener(notice);
	}

	/** Server-sent events, until the window is closed. */
	stream(c: Context): Response {
		if (this.#listeners.size >= most) this.#listeners.delete([...this.#listeners][0]!);
		return streamSSE(c, async (stream) => {
			const send = (notice: Notice) => void stream.writeSSE({ data: JSON.stringify(notice) });
			this.#listeners.add(send);
			const closed = new Promise<void>((done) => stream.onAbort(done));
			await stream.write('retry: 500\n\n');
			const timer = setInterval(() => void stream.write(':\n\n'), stillThere);
			await closed;
			clearInterval(timer);
			this.#listeners.delete(send);
		});
	}
}
