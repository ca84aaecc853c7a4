import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Where packages lie that only measurements need; nothing of ours depends on them. */
const root = join(import.meta.dirname, 'installed');

/**
 * A package of exactly this version, installed when it is first asked for.
 *
 * @param overrides versions of what it depends on
 */
export function install(
	packages: Readonly<Record<string, string>>,
	overrides: Readonly<Record<string, string>> = {},
): NodeJS.Require {
	const folder = join(root, Object.keys(packages)[0]!.replace(/\W+/g, '-'));
	const manifest = join(folder, 'package.json');
	const wanted = Object.keys(packages).map((name) => join(folder, 'node_modules', name));
	if (!wanted.every(existsSync)) {
		mkdirSync(folder, { recursive: true });
		writeFileSync(manifest, JSON.stringify({ private: true, dependencies: packages, overrides }));
		const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts'];
		const { status } = spawnSync('npm', args, { cwd: folder, stdio: 'inherit' });
		if (status !== 0) throw new Error(`${Object.keys(packages).join(', ')} cannot be installed`);
	}
	return createRequire(manifest);
}
