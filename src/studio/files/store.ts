import { isUtf8 } from 'node:buffer';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exists } from '../../lib/server/content/exists.ts';
import { largest } from '../../lib/server/content/read-file.ts';
import {
	inWords,
	patiently,
	realDisk,
	shaOf,
	syncFolder,
	writeFileWhole,
	type Disk,
} from './disk.ts';
import type { FileMove } from './journal.ts';
import { own, safePathIn } from './paths.ts';
import { StudioRefusal } from './studio-refusal.ts';

export interface Read {
	text: string;
	sha: string;
}

const kept = 50;

/** The files of one exhibition. All paths are relative to its folder, with `/`. */
export class Store {
	constructor(
		readonly root: string,
		private readonly disk: Disk = realDisk,
		private readonly patience?: number,
	) {}

	/** @throws {StudioRefusal} where it is no text */
	async read(file: string): Promise<Read | undefined> {
		const path = await safePathIn(this.root, file);
		try {
			const bytes = await readFile(path);
			if (bytes.length <= largest && isUtf8(bytes)) {
				return { text: bytes.toString(), sha: shaOf(bytes) };
			}
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
			throw inWords(error, file);
		}
		throw new StudioRefusal(`${file} is not text in UTF-8.`, 'save it as UTF-8', file);
	}

	async shaOf(file: string): Promise<string | null> {
		const path = await safePathIn(this.root, file);
		const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
			if (error.code === 'ENOENT') return undefined;
			throw inWords(error, file);
		});
		return bytes ? shaOf(bytes) : null;
	}

	async names(folder: string): Promise<string[]> {
		const path = folder === '' ? this.root : await safePathIn(this.root, folder);
		const found = await readdir(path, { withFileTypes: true }).catch(() => []);
		return found.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
	}

	async has(file: string): Promise<boolean> {
		return exists(await safePathIn(this.root, file));
	}

	/**
	 * Writes a file that is still what it was, after a copy of that; without a text it goes.
	 *
	 * @param was its hash; null: there was none
	 * @returns whether it still was that: else nothing is done
	 */
	async write(file: string, was: string | null, text: string | null): Promise<boolean> {
		try {
			const path = await safePathIn(this.root, file);
			if ((await this.shaOf(file)) !== was) return false;
			if (was !== null) await this.#backUp(file, path, was);
			const isStill = async () => (await this.shaOf(file)) === was;
			if (text !== null) return await this.#writeWhole(path, text, isStill);
			if (!(await isStill())) return false;
			await patiently(() => this.disk.rm(path, { force: true }), this.patience);
			await syncFolder(dirname(path), this.disk);
			return true;
		} catch (error) {
			throw inWords(error, file);
		}
	}

	async #writeWhole(path: string, text: string, isStill: () => Promise<boolean>): Promise<boolean> {
		const mode = await stat(path).then(
			(found) => found.mode & 0o777,
			() => 0o644,
		);
		await mkdir(dirname(path), { recursive: true });
		const { disk, patience } = this;
		return writeFileWhole(path, text, { mode, disk, isStill, patience });
	}

	async move({ from, to }: FileMove): Promise<void> {
		try {
			const [source, target] = [await safePathIn(this.root, from), await safePathIn(this.root, to)];
			if (await exists(target))
				throw new StudioRefusal(`${to} is there already.`, 'rename one', to);
			await mkdir(dirname(target), { recursive: true });
			await patiently(() => this.disk.rename(source, target), this.patience);
			for (const path of [source, target]) await syncFolder(dirname(path), this.disk);
		} catch (error) {
			throw inWords(error, from);
		}
	}

	/** Keeps what could not be proved, for who looks into it. */
	async keepFailed(file: string, before: string | undefined, after: string): Promise<void> {
		const folder = join(this.root, own, 'failed', timeName());
		await mkdir(folder, { recursive: true });
		const name = file.replaceAll('/', '_');
		await writeFile(join(folder, `${name}.before`), before ?? '');
		await writeFile(join(folder, `${name}.after`), after);
	}

	async #backUp(file: string, path: string, sha: string): Promise<void> {
		const folder = backupFolder(this.root, file);
		await mkdir(folder, { recursive: true });
		const bytes = await readFile(path);
		if (shaOf(bytes) !== sha) return;
		const draft = join(folder, '.draft');
		const handle = await this.disk.open(draft, 'w', 0o600);
		try {
			await handle.writeFile(bytes);
		} finally {
			await handle.close();
		}
		await rename(draft, join(folder, `${timeName()}-${sha}`));
		const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
		for (const name of names.slice(0, -kept)) await rm(join(folder, name), { force: true });
	}
}

export function backupFolder(root: string, file: string): string {
	return join(root, own, 'backup', ...file.split('/'));
}

let lastTime = 0;

/** The time as part of a file's name; each call gives a later one. */
function timeName(): string {
	lastTime = Math.max(lastTime + 1, Date.now());
	return new Date(lastTime).toISOString().replaceAll(/[-:.]/g, '');
}
