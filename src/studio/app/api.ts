import type { Outcome, Step } from '../contract/operations.ts';
import type { Refused } from '../contract/server.ts';

/** What the server does not do, in a curator's words. */
export class Refusal extends Error {
	constructor(
		readonly says: string,
		readonly remedy: string,
		/** 0: the server was not reached. */
		readonly status = 0,
	) {
		super(says);
	}
}

/** Where the words of a failure without words come from. */
export type Unreached = () => Refused;

/** The one way to the server. */
export class Api {
	constructor(
		private readonly token: string,
		private readonly unreached: Unreached,
	) {}

	get<T>(path: string): Promise<T> {
		return this.#ask<T>('GET', path);
	}

	post<T>(path: string, body: unknown): Promise<T> {
		return this.#ask<T>('POST', path, JSON.stringify(body), 'application/json');
	}

	/** A file as it is. */
	send<T>(method: 'PUT' | 'POST', path: string, file: Blob): Promise<T> {
		return this.#ask<T>(method, path, file, 'application/octet-stream');
	}

	enter(): Promise<void> {
		return this.post('/api/enter', { token: this.token });
	}

	/** Conflicts are an answer, not a failure. */
	change(step: Step): Promise<Outcome> {
		return this.post('/api/change', step);
	}

	async #ask<T>(method: string, path: string, body?: BodyInit, type?: string): Promise<T> {
		const headers = { 'X-Studio-Token': this.token, ...(type ? { 'Content-Type': type } : {}) };
		const answer = await fetch(path, { method, headers, body }).catch(() => undefined);
		if (!answer) throw new Refusal(this.unreached().says, this.unreached().remedy);
		const said: unknown = await answer.json().catch(() => undefined);
		if (answer.ok || (answer.status === 409 && isOutcome(said))) return said as T;
		throw refusalOf(said, answer.status, this.unreached());
	}
}

function isOutcome(said: unknown): said is Outcome {
	return typeof said === 'object' && said !== null && 'conflicts' in said;
}

function refusalOf(said: unknown, status: number, otherwise: Refused): Refusal {
	const { says, remedy } = { ...otherwise, ...(said as Partial<Refused> | undefined) };
	return new Refusal(says, remedy, status);
}
