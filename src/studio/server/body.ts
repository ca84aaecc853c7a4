import type { Context } from 'hono';
import * as v from 'valibot';
import { Denied } from './denied.ts';

const usualLimit = 256 * 1024;
/** Deeper than anything that a curator writes; what reads it may call itself for each level. */
const deepest = 40;

/**
 * The JSON of a request.
 *
 * @param most bytes
 * @throws {Denied} 413, 415 or 400
 */
export async function bodyOf<T>(
	c: Context,
	schema: v.GenericSchema<unknown, T>,
	most = usualLimit,
): Promise<T> {
	const type = c.req.header('content-type') ?? '';
	if (!/^application\/json(\s*;|$)/i.test(type))
		throw new Denied(415, 'the studio takes JSON alone', 'load the page again');
	return checked(schema, parsed(Buffer.concat(await bytesOf(c, most)).toString('utf8')));
}

/** What stands in an address as JSON. */
export function queryOf<T>(c: Context, name: string, schema: v.GenericSchema<unknown, T>): T {
	return checked(schema, parsed(c.req.query(name) ?? ''));
}

/** The bytes of a request, counted while they come. */
export async function bytesOf(c: Context, most: number): Promise<Uint8Array[]> {
	const parts: Uint8Array[] = [];
	for await (const part of limited(c, most)) parts.push(part);
	return parts;
}

/** @throws {Denied} 413 as soon as there are more than announced or allowed; the rest is not read */
export async function* limited(c: Context, most: number): AsyncGenerator<Uint8Array> {
	const announced = Number(c.req.header('content-length') ?? 0);
	if (announced > most) throw tooMuch(most);
	let bytes = 0;
	for await (const part of c.req.raw.body ?? []) {
		bytes += part.length;
		if (bytes > most) throw tooMuch(most);
		yield part;
	}
}

function tooMuch(most: number): Denied {
	const limit = most >= 2 ** 20 ? `${Math.round(most / 2 ** 20)} MB` : `${most / 1024} KB`;
	return new Denied(413, `this is larger than ${limit}`, 'bring it in smaller parts');
}

function parsed(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		if (isShallow(value)) return value;
	} catch {
		// Told below.
	}
	throw new Denied(400, 'this is not JSON that the studio can read', 'load the page again');
}

/** Level by level, so that depth itself costs no stack; a prototype is nothing to be set from outside. */
function isShallow(value: unknown): boolean {
	let level = [value];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > deepest) return false;
		const maps = level.filter((one) => typeof one === 'object' && one !== null) as object[];
		if (maps.some((one) => Object.hasOwn(one, '__proto__'))) return false;
		level = maps.flatMap((one) => Object.values(one) as unknown[]);
	}
	return true;
}

function checked<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T {
	const result = v.safeParse(schema, value);
	if (result.success) return result.output;
	const [issue] = result.issues;
	// Where it is wrong, and never what was written there.
	const place = v.getDotPath(issue) ?? 'the request';
	throw new Denied(400, `${place} is not what the studio expects`, 'load the page again');
}
