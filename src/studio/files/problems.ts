import type { Problem as Found } from '../../lib/server/content/problems.ts';
import type { Content } from '../../lib/server/content/record.ts';
import type { Problem } from '../contract/view.ts';
import { isConflictedCopy, type Stamps } from './scan.ts';

/** What is wrong, and whose photo it is about; what is held back is a warning here. */
export function problemsOf(content: Content, found: readonly Found[], stamps: Stamps): Problem[] {
	const owners = new Owners(content);
	const told = found.map(({ level, file, line, message, remedy }): Problem => {
		const photo = owners.of(file, line);
		const isError = level === 'error';
		return {
			...{ level: isError ? 'error' : 'warning', file, line, message, remedy },
			...(photo ? { photo } : {}),
		};
	});
	return [...told, ...[...stamps.keys()].filter(isConflictedCopy).map(conflicted)];
}

function conflicted(file: string): Problem {
	return {
		level: 'warning',
		file,
		message: 'two computers changed one file, and the program that keeps them alike left this copy',
		remedy: 'compare it with the file of the same name, keep what is right, and remove the copy',
	};
}

/** Which photo's entry a line is in. */
class Owners {
	#files: Map<string, string>;
	#starts = new Map<string, [line: number, id: string][]>();

	constructor(private readonly content: Content) {
		this.#files = new Map(content.photos.map(({ file, id }) => [file, id]));
	}

	of(file: string, line: number): string | undefined {
		const own = this.#files.get(file);
		if (own) return own;
		const starts = this.#starts.get(file) ?? this.#read(file);
		return starts.findLast(([start]) => start <= line)?.[1] || undefined;
	}

	/** Only of files with problems: to know lines, the text is read slowly. */
	#read(file: string): [number, string][] {
		const { photos } = this.content;
		const mine = photos.filter(({ origin }) => origin.source && origin.file === file);
		const starts = mine.map(({ origin, id }): [number, string] => [
			origin.source!.position(origin.path).line,
			id,
		]);
		starts.sort(([a], [b]) => a - b);
		this.#starts.set(file, starts);
		return starts;
	}
}
