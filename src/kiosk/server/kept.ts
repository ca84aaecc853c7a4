import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { writeDurably } from '../durable.ts';

/** Reads what was kept as JSON; undefined where nothing is, or what is there is not what it should be. */
export async function readKept<T>(
	file: string,
	schema: v.GenericSchema<unknown, T>,
): Promise<T | undefined> {
	try {
		const result = v.safeParse(schema, JSON.parse(await readFile(file, 'utf8')));
		return result.success ? result.output : undefined;
	} catch {
		return undefined;
	}
}

/** Writes one after the other, so that the last that was asked for stays. */
export class Keeper {
	#last: Promise<void> = Promise.resolve();

	constructor(readonly file: string) {}

	/** Resolves when it is on the disk. */
	keep(value: unknown): Promise<void> {
		const text = JSON.stringify(value);
		const write = async () => {
			await mkdir(dirname(this.file), { recursive: true });
			await writeDurably(this.file, text);
		};
		const written = this.#last.then(write);
		this.#last = written.catch(() => undefined);
		return written;
	}
}
