import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import * as v from 'valibot';
import { Refusal } from '../../vite/refusal.ts';

const list = v.object({
	kind: v.literal('release'),
	id: v.pipe(v.string(), v.regex(/^[0-9a-z][0-9a-z-]*$/)),
	files: v.array(
		v.object({ path: v.string(), sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
	),
});

/**
 * Lays a release, whose files are named by their content, as it lies on a device: `site/` with the
 * pages, beside the signed lists; the device itself looks at the signatures.
 *
 * @param made as `npm run kiosk:release` made it
 * @returns its id
 * @throws {Refusal} where it is none, or not whole
 */
export async function layRelease(made: string, folder: string): Promise<string> {
	const { id, files } = await readList(made);
	for (const { path, sha256 } of files) {
		const target = normalize(join(folder, 'site', path));
		if (!target.startsWith(join(folder, 'site') + sep)) throw broken(made, `names ${path}`);
		const source = join(made, 'files', sha256.slice(0, 2), sha256);
		const bytes = await readFile(source).catch(() => undefined);
		const hash = bytes && createHash('sha256').update(bytes).digest('hex');
		if (hash !== sha256) throw broken(made, `has no whole ${path}`);
		await mkdir(dirname(target), { recursive: true });
		await copyFile(source, target);
	}
	for (const name of ['release.json', 'withdrawn.json']) {
		await copyFile(join(made, name), join(folder, name));
	}
	// Last, as on a device: a folder that has it has everything.
	await writeFile(join(folder, 'COMPLETE'), '');
	return id;
}

async function readList(made: string): Promise<v.InferOutput<typeof list>> {
	const text = await readFile(join(made, 'release.json'), 'utf8').catch(() => '');
	try {
		return v.parse(list, JSON.parse(text));
	} catch {
		throw broken(made, 'has no release.json of a release');
	}
}

function broken(made: string, why: string): Refusal {
	return new Refusal(`${made} ${why}`, 'make it with `npm run kiosk:release`', 1);
}
