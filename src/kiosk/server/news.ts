import type { Order } from '../../lib/kiosk/contract.ts';
import type { Orders } from './orders.ts';

/** Tells pages what has changed by itself since they asked for their setup. */
export class News {
	readonly #told = new Map<string, string>();

	constructor(readonly orders: Orders) {}

	/** Nobody needs to be told the first, which the setup has too. */
	tell(order: Order): void {
		const text = JSON.stringify(order);
		const before = this.#told.get(order.order);
		this.#told.set(order.order, text);
		if (before !== undefined && before !== text) this.orders.send(order);
	}
}
