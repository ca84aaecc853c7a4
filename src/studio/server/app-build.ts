import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashText } from '../../lib/server/content/hash.ts';
import { exists } from '../../lib/server/content/exists.ts';
import { filesIn } from '../../vite/made.ts';
import { lock } from '../../vite/lock.ts';
import { Refusal } from '../../vite/refusal.ts';

/** What the app is made of, below the checkout. */
const sources = ['src/studio/app', 'src/studio/contract', 'src/lib', 'src/app.css'];
const others = ['package-lock.json', 'src/studio/server/app-build.ts'];

/**
 * The folder of the built app. It is built again where one of its sources changed.
 *
 * @throws {Refusal} where another process is building it
 */
export async function builtApp(checkout: string): Promise<string> {
	const home = join(checkout, '.studio');
	const [site, stampFile] = [join(home, 'site'), join(home, 'stamp')];
	const stamp = await stampOf(checkout);
	const isNew = async () => (await readFile(stampFile, 'utf8').catch(() => '')) !== stamp;
	if (!(await isNew())) return site;
	const held = await lock(home);
	if (!held) throw new Refusal('another studio is just starting', 'try again in a minute', 1);
	try {
		await rm(stampFile, { force: true });
		await buildApp(checkout, site);
		await writeFile(stampFile, stamp);
	} finally {
		await held.release();
	}
	return site;
}

/** By size and time: nothing is read that did not change. */
async function stampOf(checkout: string): Promise<string> {
	const below = async (part: string) => {
		const files = await filesIn(join(checkout, part));
		return files.includes('.') ? [part] : files.map((file) => `${part}/${file}`);
	};
	const files = [...(await Promise.all(sources.map(below))).flat(), ...others]
		// What only the server runs is no part of the app.
		.filter((file) => !file.startsWith('src/lib/server/'));
	const lines = files.map(async (file) => {
		const { size, mtimeMs } = await stat(join(checkout, file));
		return `${file} ${size} ${mtimeMs}`;
	});
	return hashText((await Promise.all(lines)).join('\n'));
}

async function buildApp(checkout: string, site: string): Promise<void> {
	const root = join(checkout, 'src', 'studio', 'app');
	if (!(await exists(join(root, 'index.html')))) {
		throw new Refusal('the studio’s pages are not in this checkout', 'install Nigoh anew', 1);
	}
	// Loaded where it is needed alone: a second start takes a moment.
	const { build } = await import('vite');
	const { svelte } = await import('@sveltejs/vite-plugin-svelte');
	await build({
		...{ root, base: '/', configFile: false, logLevel: 'warn', publicDir: false },
		plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
		resolve: { alias: { $lib: join(checkout, 'src', 'lib') } },
		build: {
			...{ outDir: site, emptyOutDir: true, target: ['chrome111', 'safari16.4', 'firefox114'] },
			// The policy lets no page carry its files within itself.
			...{ assetsInlineLimit: 0, modulePreload: { polyfill: false } },
		},
	});
}
