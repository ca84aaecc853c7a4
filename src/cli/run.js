// @ts-check
/**
 * `node src/cli/run.js COMMAND [FLAGS]`. Plain Node 20 cannot load TypeScript: Vite can, in a tenth
 * of a second, and is here anyway.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runnerImport } from 'vite';

// The heap may grow by so much before it is cleared: else ten thousand photos leave as much litter as content.
setFlagsFromString('--heap-growing-percent=30');

const checkout = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
// tsconfig.json extends what Kit writes at its first run; in a fresh clone nothing has run yet.
if (!existsSync(`${checkout}/.svelte-kit/tsconfig.json`)) {
	mkdirSync(`${checkout}/.svelte-kit`, { recursive: true });
	writeFileSync(`${checkout}/.svelte-kit/tsconfig.json`, '{}');
}
const [command = '', ...args] = process.argv.slice(2);
const config = /** @type {const} */ ({ configFile: false, root: checkout, logLevel: 'error' });
/** @type {{ module: typeof import('./main.ts') }} */
const { module } = await runnerImport(`${checkout}/src/cli/main.ts`, config);
process.exitCode = await module.main(command, args, checkout);
