import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { GenericSchema, InferOutput } from 'valibot';
import { ContentError, problem, start, type Problem } from './problems.ts';
import { Source } from './source.ts';
import { validate } from './validate.ts';

/** No exhibition writes more by hand; what is larger is something else. */
export const largest = 16 * 2 ** 20;

export interface Read<T> {
	source?: Source;
	/** What is right of it. */
	value: Partial<T>;
	/** As it was written, with what is wrong. */
	written?: unknown;
	problems: readonly Problem[];
}

/** One YAML file, checked; undefined if it is not there. `file` is relative to `root`. */
export async function readYaml<S extends GenericSchema>(
	root: string,
	file: string,
	schema: S,
	languages?: readonly string[],
): Promise<Read<InferOutput<S>> | undefined> {
	return asYaml(file, await readText(root, file), schema, languages);
}

/** What {@link readText} has read, as YAML. */
export function asYaml<S extends GenericSchema>(
	file: string,
	text: string | ContentError | undefined,
	schema: S,
	languages?: readonly string[],
): Read<InferOutput<S>> | undefined {
	if (text === undefined) return undefined;
	if (typeof text !== 'string') return { value: {}, problems: [text.problem] };
	const source = new Source(file, text);
	return { source, ...validate(schema, source, languages) };
}

/** A text in UTF-8, without its byte order mark; what cannot be read as one comes back as an error. */
export async function readText(
	root: string,
	file: string,
): Promise<string | ContentError | undefined> {
	try {
		const path = join(root, file);
		const { size } = await stat(path);
		if (size > largest) return refuse(file, 'is larger than 16 MB', 'is this the right file?');
		const bytes = await readFile(path);
		if (!isUtf8(bytes)) return refuse(file, 'is not text in UTF-8', 'save it as UTF-8');
		return bytes.toString().replace(/^\ufeff/, '');
	} catch (error) {
		return explain(file, error as NodeJS.ErrnoException);
	}
}

function explain(file: string, error: NodeJS.ErrnoException): ContentError | undefined {
	if (error.code === 'ENOENT') return undefined;
	if (error.code === 'EISDIR') return refuse(file, 'is a folder', 'rename the folder');
	return refuse(file, `cannot be read (${error.code})`, 'check who may read the file');
}

function refuse(file: string, message: string, remedy: string): ContentError {
	return new ContentError(file, start, `the file ${message}`, remedy);
}

/** A warning about a whole file or folder. */
export function about(file: string, message: string, remedy: string): Problem {
	return problem('warning', file, start, message, remedy);
}
