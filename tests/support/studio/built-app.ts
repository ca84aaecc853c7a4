import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { checkout } from '../corpus.ts';

/** Builds the desk's pages as the studio does. Returns their folder. */
export async function buildApp(): Promise<string> {
	const outDir = await mkdtemp(join(tmpdir(), 'nigoh-studio-app-'));
	await build({
		...{ root: join(checkout, 'src', 'studio', 'app'), configFile: false, logLevel: 'warn' },
		publicDir: false,
		plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
		build: {
			outDir,
			emptyOutDir: true,
			target: ['chrome111', 'safari16.4', 'firefox114'],
			assetsInlineLimit: 0,
		},
	});
	return outDir;
}
