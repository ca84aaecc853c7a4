import { itemLines } from '../../lib/server/content/item-lines.ts';
import type { Problem as Found } from '../../lib/server/content/problems.ts';
import type { Content } from '../../lib/server/content/record.ts';
import type { Path, Source } from '../../lib/server/content/source.ts';
import type { Problem } from '../contract/view.ts';
import { rawOf } from './raw.ts';
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

	/** Only of files with problems: where the indents do not tell, the text is read slowly. */
	#read(file: string): [number, string][] {
		const { photos } = this.content;
		const mine = photos.filter(({ origin }) => origin.source && origin.file === file);
		const lineOf = linesOf(mine[0]?.origin.source);
		const starts = mine.map(({ origin: { source, path }, id }): [number, string] => [
			lineOf(path) ?? source!.position(path).line,
			id,
		]);
		starts.sort(([a], [b]) => a - b);
		this.#starts.set(file, starts);
		return starts;
	}
}

/** The line of an item by its path, as far as that can be told. */
function linesOf(source: Source | undefined): (path: Path) => number | undefined {
	const { photos } = rawOf(source);
	const count = Array.isArray(photos) ? photos.length : undefined;
	const items = source && count ? itemLines(source.text, 'photos', count) : undefined;
	if (!source || !items) return () => undefined;
	let [line, at] = [1 + source.offset, 0];
	const lines = items.lines.map((offset) => {
		for (; at < offset; at++) if (source.text[at] === '\n') line++;
		return line;
	});
	return ([, index]) => lines[Number(index)];
}
