// @ts-check
/** `npm run bench -- NAME`: one measurement, printed by the names that its requirement uses. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runnerImport } from 'vite';

// As the commands do: see `src/cli/run.js`.
setFlagsFromString('--heap-growing-percent=30');

const folder = fileURLToPath(new URL('.', import.meta.url));
const known = readdirSync(folder)
	.filter((file) => file.endsWith('.ts'))
	.map((file) => file.replace('.ts', ''));
const [name = '', ...args] = process.argv.slice(2);
if (known.includes(name)) {
	const config = /** @type {const} */ ({ configFile: false, logLevel: 'error' });
	/** @type {{ module: { bench: (args: string[]) => Promise<void> } }} */
	const { module } = await runnerImport(`${folder}${name}.ts`, config);
	await module.bench(args);
} else {
	console.error(`there is no measurement "${name}"; there are: ${known.join(', ')}`);
	process.exitCode = 2;
}
