import type { KeyObject } from 'node:crypto';
import * as v from 'valibot';
import { Refusal } from '../../vite/refusal.ts';
import {
	agent,
	format,
	releaseSchema,
	withdrawnSchema,
	type Release,
	type Withdrawn,
} from './format.ts';
import { opened } from './signed.ts';

/**
 * What a source offers, once it is known to come from the people of the exhibition.
 *
 * @throws {Refusal} for a wrong signature, a format that is not known here, or a kioskd too old for it
 */
export function acceptRelease(text: string, key: KeyObject): Release {
	const release = accepted(releaseSchema, text, key, 'the release');
	if (release.minAgent > agent) {
		const message = `the release needs kioskd ${release.minAgent}, and this is ${agent}`;
		throw new Refusal(message, 'update kioskd first', 1);
	}
	const known = new Set(release.files.map(({ path }) => path));
	const stray = release.photos.flatMap(({ files }) => files).find((file) => !known.has(file));
	if (stray === undefined && known.size === release.files.length) return release;
	const what = stray === undefined ? 'names a file twice' : `lacks ${stray}, which it names`;
	throw new Refusal(`the release ${what}`, 'build the site and make it again', 1);
}

/** @throws {Refusal} for a wrong signature or a format that is not known here */
export function acceptWithdrawn(text: string, key: KeyObject): Withdrawn {
	return accepted(withdrawnSchema, text, key, 'the list of what was withdrawn');
}

function accepted<S extends v.GenericSchema>(
	schema: S,
	text: string,
	key: KeyObject,
	what: string,
): v.InferOutput<S> {
	const value = openedOr(text, key);
	if (value === undefined) {
		const remedy = 'sign it with the private key that belongs to this device';
		throw new Refusal(`${what} has a wrong signature`, remedy, 1);
	}
	const asked = (value as { format?: unknown }).format;
	if (asked !== format) {
		throw new Refusal(`${what} has the unknown format ${String(asked)}`, 'update kioskd first', 1);
	}
	const { success, output, issues } = v.safeParse(schema, value);
	if (success) return output;
	const place = v.getDotPath(issues[0]) ?? 'it';
	throw new Refusal(
		`${what} is not well formed: ${place}: ${issues[0].message}`,
		'make it again',
		1,
	);
}

function openedOr(text: string, key: KeyObject): unknown {
	try {
		return opened(text, key);
	} catch {
		return undefined;
	}
}
