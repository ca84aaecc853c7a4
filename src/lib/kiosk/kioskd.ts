import type { Heartbeat, Order, PinRefused, Setup, StaffAction, Visit } from './contract.ts';

/** A seat without kioskd: a tablet, or a look at the kiosk on a desk. */
export const alone: Setup = {
	release: 'none',
	screen: 'main',
	headphones: false,
	volume: 1,
	hidden: [],
	isNight: false,
};

/** The server beside this browser, as `contract.ts` describes it. */
export class Kioskd {
	#token = '';

	private constructor(readonly setup: Setup) {}

	/** @returns undefined where there is none */
	static async find(screen: string): Promise<Kioskd | undefined> {
		try {
			const answer = await fetch(`/kioskd/setup?screen=${encodeURIComponent(screen)}`);
			const type = answer.headers.get('content-type') ?? '';
			if (!answer.ok || !type.includes('json')) return undefined;
			return new Kioskd((await answer.json()) as Setup);
		} catch {
			return undefined;
		}
	}

	/** Calls back with each order; returns how to stop listening. */
	listen(obey: (order: Order) => void): () => void {
		const events = new EventSource(
			`/kioskd/orders?screen=${encodeURIComponent(this.setup.screen)}`,
		);
		events.onmessage = ({ data }) => obey(JSON.parse(String(data)) as Order);
		return () => events.close();
	}

	/** What is lost is told again by the next one. */
	beat(heartbeat: Heartbeat): void {
		void this.#post('/hb', heartbeat).catch(() => undefined);
	}

	count(visit: Visit): void {
		void this.#post('/kioskd/visit', visit).catch(() => undefined);
	}

	/** @returns undefined where it was right */
	async enter(pin: string): Promise<PinRefused | undefined> {
		const answer = await this.#post('/kioskd/pin', { pin });
		if (!answer.ok) return (await answer.json()) as PinRefused;
		({ token: this.#token } = (await answer.json()) as { token: string });
		return undefined;
	}

	/** @returns what it answers; undefined when the session is over or it could not be done */
	async ask({ action, ...body }: StaffAction): Promise<unknown> {
		const answer = await this.#post(`/kioskd/staff/${action}`, body);
		if (!answer.ok) return undefined;
		const text = await answer.text();
		return text ? (JSON.parse(text) as unknown) : {};
	}

	#post(path: string, body: unknown): Promise<Response> {
		return fetch(path, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				...(this.#token && { authorization: `Bearer ${this.#token}` }),
			},
			body: JSON.stringify(body),
		});
	}
}
