import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from './command.ts';

/** Parts of these reach the visitor's browser, so their notices go with the site, whole. */
const inBrowser = ['@sveltejs/kit', 'pagefind', 'svelte', 'uqr'];

const head = `Nigoh is free software under the MIT License: see LICENSE in its source.

It is built with the packages below, each under its own licence. libvips and what it contains
(packages @img/sharp-libvips-*) are under the LGPL: they are shared libraries, which may be replaced
by others of your own. Nothing of them is part of a published site; what is, stands at the end with
its whole notice.
`;

/** Of packages that say it in the old way (`licenses`), which the lock file passes over. */
const said: Record<string, string> = { buildcheck: 'MIT', 'cpu-features': 'MIT', ssh2: 'MIT' };

interface Locked {
	version?: string;
	license?: string;
	dev?: boolean;
}

/** `npm run licences`: writes the list of what ships into the site's static files. */
export const run: Command = async (_args, checkout) => {
	await writeFile(join(checkout, 'static', 'licences.txt'), await licences(checkout));
	return 0;
};

/** The list of what ships: every package that is not for development, by licence, then notices. */
export async function licences(checkout: string): Promise<string> {
	const lock = await readFile(join(checkout, 'package-lock.json'), 'utf8');
	const { packages } = JSON.parse(lock) as { packages: Record<string, Locked> };
	const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
	const byLicence = new Map<string, Set<string>>();
	for (const [path, { license, version }] of shipped) {
		const name = path.replace(/^.*node_modules\//, '');
		const licence = license ?? said[name] ?? 'unknown';
		const names = byLicence.get(licence) ?? new Set();
		byLicence.set(licence, names.add(`${name} ${version}`));
	}
	const groups = [...byLicence].sort().map(([licence, names]) => {
		return `${licence}\n${[...names]
			.sort()
			.map((name) => `  ${name}\n`)
			.join('')}`;
	});
	const notices = inBrowser.map(async (name) => {
		const text = await readFile(join(checkout, 'node_modules', name, licenceFile(name)), 'utf8');
		return `${name}\n\n${text.trim()}\n`;
	});
	return [head, ...groups, ...(await Promise.all(notices))].join('\n');
}

function licenceFile(name: string): string {
	if (name === 'pagefind') return 'LICENSE/LICENSE';
	return name === 'svelte' ? 'LICENSE.md' : 'LICENSE';
}
