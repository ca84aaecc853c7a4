import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ownFolder } from '../../../vite/report.ts';
import { Denied } from '../denied.ts';
import { inside } from '../inside.ts';
import { headBytes, kindOf, withEnding, type Kind } from './kind.ts';

const below = join('.exhibition', 'studio', 'intake');

export interface Kept {
	/** Below the quarantine: `BATCH/KEY/NAME`. */
	file: string;
	name: string;
	bytes: number;
}

/** Where files wait that somebody brought: inside the content folder, and no part of the exhibition. */
export class Quarantine {
	private constructor(readonly folder: string) {}

	/** What an earlier studio left there is removed. */
	static async open(root: string): Promise<Quarantine> {
		await ownFolder(root);
		await rm(join(root, below), { recursive: true, force: true });
		await mkdir(join(root, below), { recursive: true });
		return new Quarantine(await inside(root, below));
	}

	/**
	 * Writes while it comes; what is no photograph by its first bytes is not read to its end.
	 *
	 * @throws {Denied} 415, and whatever the source throws; what is left then is whoever asked to remove
	 */
	async keep(
		place: { batch: string; key: string },
		name: string,
		source: AsyncIterable<Uint8Array>,
	): Promise<Kept> {
		const folder = join(place.batch, place.key);
		await this.remove(folder);
		await mkdir(join(this.folder, folder), { recursive: true });
		const { head, rest } = await headOf(source);
		const fitting = withEnding(name, photograph(head));
		const file = join(folder, fitting);
		return { file, name: fitting, bytes: await write(join(this.folder, file), rest) };
	}

	path(file: string): string {
		return join(this.folder, file);
	}

	async remove(folder: string): Promise<void> {
		await rm(join(this.folder, folder), { recursive: true, force: true });
	}
}

function photograph(head: Uint8Array): Kind {
	const kind = kindOf(head);
	if (kind) return kind;
	const says = head.length === 0 ? 'the file is empty' : 'this is no photograph';
	throw new Denied(415, says, 'bring JPEG, PNG, WebP, AVIF, TIFF, GIF or HEIC');
}

/** The first bytes, and all of them again. */
async function headOf(source: AsyncIterable<Uint8Array>) {
	const parts = source[Symbol.asyncIterator]();
	let head = Buffer.alloc(0);
	while (head.length < headBytes) {
		const { done, value } = await parts.next();
		if (done) break;
		head = Buffer.concat([head, value]);
	}
	async function* rest() {
		yield head;
		yield* { [Symbol.asyncIterator]: () => parts };
	}
	return { head, rest: rest() };
}

async function write(path: string, parts: AsyncIterable<Uint8Array>): Promise<number> {
	const file = await open(path, 'wx', 0o600);
	let bytes = 0;
	try {
		for await (const part of parts) {
			await file.writeFile(part);
			bytes += part.length;
		}
	} finally {
		await file.close();
	}
	return bytes;
}
