import { Denied } from './denied.ts';
import type { Desk } from './desk.ts';

/** One exhibition that is open, with what belongs to it alone. */
export interface Room {
	/** The content folder, with every link followed. */
	root: string;
	cache: string;
	desk: Desk;
	close(): Promise<void>;
}

/** @throws {Refusal} or {Denied} where it cannot be opened, as when another studio has it */
export type OpenRoom<R extends Room = Room> = (folder: string) => Promise<R>;

/** The desk's place: one exhibition lies on it, or none yet. */
export class Place<R extends Room = Room> {
	#room: R | undefined;
	#opening: Promise<unknown> = Promise.resolve();

	constructor(readonly openRoom: OpenRoom<R>) {}

	/** @throws {Denied} 404 */
	get room(): R {
		if (this.#room) return this.#room;
		throw new Denied(404, 'no exhibition is open', 'open one, or begin a new one');
	}

	/** The one that lies there is put away first; where the new one cannot be opened, none is left. */
	open(folder: string): Promise<R> {
		const opened = this.#opening.then(async () => {
			await this.#clear();
			this.#room = await this.openRoom(folder);
			return this.#room;
		});
		this.#opening = opened.catch(() => undefined);
		return opened;
	}

	async close(): Promise<void> {
		await this.#opening;
		await this.#clear();
	}

	async #clear(): Promise<void> {
		const room = this.#room;
		this.#room = undefined;
		await room?.close();
	}
}
