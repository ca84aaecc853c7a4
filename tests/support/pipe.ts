import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

interface Message {
	id?: number;
	method?: string;
	params?: unknown;
	result?: unknown;
	error?: { message: string };
}
type Answer = (message: Message) => void;

/** A browser's protocol over its pipes 3 and 4: JSON, each message ended by a zero byte. */
export class Pipe {
	readonly #write: Writable;
	readonly #waiting = new Map<number, Answer>();
	readonly #listeners = new Map<string, (params: unknown) => void>();
	#last = 0;
	#rest = '';

	constructor(child: ChildProcess) {
		this.#write = child.stdio[3] as Writable;
		const read = child.stdio[4] as Readable;
		read.setEncoding('utf8').on('data', (text: string) => this.#take(text));
		child.once('exit', () => this.#end());
	}

	on(method: string, listener: (params: unknown) => void): void {
		this.#listeners.set(method, listener);
	}

	send(method: string, params: object = {}, sessionId?: string): Promise<unknown> {
		const id = ++this.#last;
		const answer = new Promise<unknown>((resolve, reject) =>
			this.#waiting.set(id, ({ result, error }) =>
				error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result),
			),
		);
		this.#write.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
		return answer;
	}

	#take(text: string): void {
		const messages = (this.#rest + text).split('\0');
		this.#rest = messages.pop() ?? '';
		for (const one of messages) this.#hear(JSON.parse(one) as Message);
	}

	#hear(message: Message): void {
		if (message.id === undefined)
			return this.#listeners.get(message.method ?? '')?.(message.params);
		this.#waiting.get(message.id)?.(message);
		this.#waiting.delete(message.id);
	}

	#end(): void {
		for (const answer of this.#waiting.values())
			answer({ error: { message: 'the browser ended' } });
		this.#waiting.clear();
	}
}
