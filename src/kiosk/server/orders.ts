import type { Order } from '../../lib/kiosk/contract.ts';

type Send = (order: Order) => void;

/** Pages that listen, by screen. */
export class Orders {
	readonly #listening = new Map<string, Set<Send>>();

	/** Returns what takes the page off again. */
	join(screen: string, send: Send): () => void {
		const pages = this.#listening.get(screen) ?? new Set();
		this.#listening.set(screen, pages.add(send));
		return () => {
			pages.delete(send);
			if (pages.size === 0) this.#listening.delete(screen);
		};
	}

	isHeardBy(screen: string): boolean {
		return this.#listening.has(screen);
	}

	/** @param screen all of them, where none is named */
	send(order: Order, screen?: string): void {
		for (const [name, pages] of this.#listening) {
			if (screen === undefined || name === screen) for (const send of pages) send(order);
		}
	}
}
