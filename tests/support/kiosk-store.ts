import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { stillIn } from '../../src/kiosk/release/plan-stage.ts';
import { Store } from '../../src/kiosk/release/store.ts';
import { Conductor, type Conducting } from '../../src/kiosk/updates/conductor.ts';
import { folderSource } from '../../src/kiosk/updates/folder-source.ts';
import { hashFile } from '../../src/lib/server/content/hash.ts';
import { filesIn } from '../../src/vite/made.ts';
import { temporaryFolder } from './folder.ts';
import { FakeClock, FakeScreens } from './kiosk-fakes.ts';
import { keys } from './kiosk-release.ts';

/** A device with nothing on it, whose source is this folder. */
export async function device(folder: string | (() => string), given: Partial<Conducting> = {}) {
	const root = await temporaryFolder();
	const [screens, clock] = [new FakeScreens(), new FakeClock()];
	const place = typeof folder === 'string' ? () => folder : folder;
	const sources = async () => [folderSource(place())];
	const start = async () => {
		const store = new Store(root);
		const all = { store, screens, clock, key: keys.publicKey, sources, ...given };
		const conductor = new Conductor(all);
		await conductor.begin();
		return { store, conductor };
	};
	const { store, conductor } = await start();
	/** Lets so many seconds pass. */
	const wait = async (seconds: number) => {
		for (let second = 0; second < seconds; second++) {
			clock.ms += 1000;
			await conductor.tick();
			await conductor.settled();
		}
	};
	return { root, screens, clock, store, conductor, wait, start };
}

/** What is shown is whole: every file that has to be there has the bytes that were signed. */
export async function expectWhole(store: Store): Promise<void> {
	const { folder } = store.current()!;
	const wanted = stillIn(store.shown!, store.gone);
	expect(await filesIn(folder)).toEqual(wanted.map(({ path }) => path).sort());
	for (const { path, sha256 } of wanted) {
		expect(await hashFile(join(folder, path)), path).toBe(sha256);
	}
	expect(await readdir(join(store.root, 'current/site'))).toEqual(await readdir(folder));
}

/** Files below a folder in which one of these stands. */
export async function filesWith(root: string, ...bytes: Buffer[]): Promise<string[]> {
	const found: string[] = [];
	for (const file of await filesIn(root)) {
		const content = await readFile(join(root, file)).catch(() => Buffer.alloc(0));
		if (bytes.some((one) => content.includes(one))) found.push(file);
	}
	return found;
}
