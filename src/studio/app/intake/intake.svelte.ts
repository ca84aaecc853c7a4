import type { Found, FoundFile } from '../../contract/intake.ts';
import type { Api } from '../api.ts';
import { Refusal } from '../api.ts';

/** A file that was dropped: on its way, looked at, or not taken. */
export interface Dropped {
	key: string;
	file: File;
	found?: FoundFile;
	/** Why it did not get through. */
	failed?: string;
}

/** So many go to the server at once. */
const atOnce = 2;

/** What was dropped on the desk, before anything of it is in the exhibition. */
export class Intake {
	readonly batch: Found['batch'] = crypto.randomUUID();
	files = $state.raw<readonly Dropped[]>([]);
	chosen = $state.raw<readonly string[]>([]);
	#next = 0;
	readonly done = $derived(this.files.filter(({ found, failed }) => found ?? failed).length);

	constructor(private readonly api: Api) {}

	async take(files: readonly File[]): Promise<void> {
		const dropped = files.map((file): Dropped => ({ key: `f${(this.#next += 1)}`, file }));
		this.files = [...this.files, ...dropped];
		const waiting = [...dropped];
		const work = async () => {
			for (let one = waiting.shift(); one; one = waiting.shift()) await this.#send(one);
		};
		await Promise.all(Array.from({ length: atOnce }, work));
	}

	toggle(key: string): void {
		const { chosen } = this;
		this.chosen = chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key];
	}

	/** Of those that can be taken, the ones with so many stars; 0: all. */
	choose(rating: number): void {
		const fitting = this.files.filter(
			({ found }) => found && isNew(found) && (found.rating ?? 0) >= rating,
		);
		this.chosen = fitting.map(({ key }) => key);
	}

	forget(): void {
		this.files = [];
		this.chosen = [];
	}

	async #send({ key, file }: Dropped): Promise<void> {
		const path = `/api/intake/${this.batch}/${key}?name=${encodeURIComponent(file.name)}`;
		try {
			const found = await this.api.send<FoundFile>('PUT', path, file);
			this.#note(key, { found });
			if (isNew(found)) this.chosen = [...this.chosen, key];
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			this.#note(key, { failed: `${error.says} ${error.remedy}` });
		}
	}

	#note(key: string, what: Partial<Dropped>): void {
		this.files = this.files.map((one) => (one.key === key ? { ...one, ...what } : one));
	}
}

/** Neither refused nor there already. */
function isNew({ refused, duplicateOf }: FoundFile): boolean {
	return refused === undefined && duplicateOf === undefined;
}

/** All files of what was dropped, those in folders too. */
export async function filesOf(transfer: DataTransfer): Promise<File[]> {
	// They are gone once the event is over.
	const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
	// Not every program that files are dragged out of says in which folder they lie.
	if (entries.length === 0) return [...transfer.files];
	return (await Promise.all(entries.map(filesIn))).flat();
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
	if (entry.isFile) {
		return new Promise((done, fail) =>
			(entry as FileSystemFileEntry).file((file) => done([file]), fail),
		);
	}
	const reader = (entry as FileSystemDirectoryEntry).createReader();
	const found: FileSystemEntry[] = [];
	for (;;) {
		const some = await new Promise<FileSystemEntry[]>((done, fail) =>
			reader.readEntries(done, fail),
		);
		if (some.length === 0) break;
		found.push(...some);
	}
	return (await Promise.all(found.map(filesIn))).flat();
}
