import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StudioRefusal } from './studio-refusal.ts';

interface Holder {
	pid: number;
	port?: number;
}

/** A folder is one studio's at a time: a file that says whose. */
export class Lock {
	private constructor(private readonly path: string) {}

	/** @throws {StudioRefusal} where a studio that runs has it */
	static async take(path: string, holder: Holder): Promise<Lock> {
		await mkdir(dirname(path), { recursive: true });
		for (let round = 0; round < 5; round++) {
			if (await create(path, holder)) return new Lock(path);
			const other = await read(path);
			if (other && isAlive(other.pid)) throw taken(other);
			await setAside(path, JSON.stringify(other));
		}
		throw taken(undefined);
	}

	/** Where the studio can be found, once that is known. */
	async say(port: number): Promise<void> {
		await writeFile(this.path, JSON.stringify({ pid: process.pid, port }));
	}

	async release(): Promise<void> {
		const holder = await read(this.path);
		if (holder?.pid === process.pid) await rm(this.path, { force: true });
	}
}

async function create(path: string, holder: Holder): Promise<boolean> {
	try {
		const file = await open(path, 'wx');
		await file.writeFile(JSON.stringify(holder));
		await file.close();
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

/** Of two that find the same stale lock, the one that moves it away goes on; it looks what it moved. */
async function setAside(path: string, expected: string): Promise<void> {
	const aside = `${path}.${process.pid}.${Date.now()}`;
	await rename(path, aside).catch(() => undefined);
	const moved = await read(aside);
	if (moved && JSON.stringify(moved) !== expected && isAlive(moved.pid)) {
		await rename(aside, path).catch(() => undefined);
	}
	await rm(aside, { force: true });
}

async function read(path: string): Promise<Holder | undefined> {
	try {
		const holder = JSON.parse(await readFile(path, 'utf8')) as Partial<Holder>;
		return typeof holder.pid === 'number' ? (holder as Holder) : undefined;
	} catch {
		return undefined;
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// Somebody else's program: it is there.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

function taken(holder: Holder | undefined): StudioRefusal {
	const where = holder?.port ? ` at http://127.0.0.1:${holder.port}/` : '';
	return new StudioRefusal(
		`This exhibition is open in another studio${where}.`,
		'go on in that window, or close that studio first',
	);
}
