import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import sharp from 'sharp';

const folder = join(import.meta.dirname, 'rivals');

/** Others that do the same work, with the same version of sharp as ours: the encoders are not what is compared. */
const versions = { '@11ty/eleventy-img': '6.0.4', 'thumbsup-downsize': '2.5.2' } as const;

/** Installs them beside the benches; nothing of ours depends on them. */
export function setUpRivals(): void {
	if (existsSync(join(folder, 'node_modules', 'thumbsup-downsize'))) return;
	mkdirSync(folder, { recursive: true });
	const manifest = {
		private: true,
		dependencies: versions,
		overrides: { sharp: sharp.versions.sharp },
	};
	writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
	const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts'];
	const { status } = spawnSync('npm', args, { cwd: folder, stdio: 'inherit' });
	if (status !== 0) throw new Error('the rivals could not be installed');
}

/** GraphicsMagick, which thumbsup calls for each size. */
export function hasGraphicsMagick(): boolean {
	return spawnSync('gm', ['version']).status === 0;
}

/** A rival's module; both are CommonJS. */
export function rival<T>(name: keyof typeof versions): T {
	return createRequire(join(folder, 'package.json'))(name) as T;
}
