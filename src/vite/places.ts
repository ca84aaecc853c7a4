import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import type { Options } from './options.ts';
import { Refusal } from './refusal.ts';

/**
 * Where the build really reads and writes: OUT may be a link, and what a link points to is replaced,
 * not the link.
 *
 * @throws {Refusal} where one place would swallow another
 */
export async function placesOf(options: Options): Promise<Options> {
	const [exhibition, out, cache] = await Promise.all(
		[options.exhibition, options.out, options.cache].map(real),
	);
	const places = { ...options, exhibition: exhibition!, out: out!, cache: cache! };
	refuse(places);
	await refuseMount(places.out);
	return places;
}

function refuse({ checkout, exhibition, out, cache }: Options): void {
	const inOut = { 'the project': checkout, 'the exhibition': exhibition, 'the cache': cache };
	for (const [what, place] of Object.entries(inOut)) {
		if (!holds(out, place)) continue;
		const message = `${out} would be replaced by the site, and ${what} lies in it`;
		throw new Refusal(message, 'build elsewhere with --out DIR', 2);
	}
	for (const [flag, place] of Object.entries({ out, cache })) {
		if (!holds(exhibition, place) || holds(join(exhibition, '.exhibition'), place)) continue;
		const message = `${place} lies among the photographs, and what is made there would be taken for some`;
		throw new Refusal(message, `choose a folder outside of ${exhibition} with --${flag} DIR`, 2);
	}
}

/** A disk that is mounted at OUT itself cannot be renamed, which would show only after the long work. */
async function refuseMount(out: string): Promise<void> {
	const [inside, around] = await Promise.all(
		[out, dirname(out)].map((path) => stat(path).catch(() => undefined)),
	);
	if (!inside || !around || inside.dev === around.dev) return;
	const message = `${out} is a disk of its own, which cannot be replaced in one step`;
	throw new Refusal(message, 'name a folder on it with --out DIR', 2);
}

function holds(folder: string, path: string): boolean {
	return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** With every link followed, also where the last folders are still to be made. */
async function real(path: string): Promise<string> {
	return realpath(path).catch(async () => {
		const parent = dirname(path);
		return parent === path ? path : join(await real(parent), basename(path));
	});
}
