// @ts-check
/** `npm run bench -- NAME`: one measurement, printed by the names that its requirement uses. */
import '../../src/cli/typescript.js';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const known = readdirSync(folder)
	.filter((file) => file.endsWith('.ts'))
	.map((file) => file.replace('.ts', ''));
const [name = '', ...args] = process.argv.slice(2);
if (name && existsSync(`${folder}${name}.ts`)) {
	// What is measured is the browser that visitors have, with its window.
	const { chromiumPath } = await import('../support/browser.ts');
	process.env.CHROMIUM = chromiumPath() ?? '';
	/** @type {{ bench: (args: string[]) => Promise<void> }} */
	const { bench } = await import(`./${name}.ts`);
	await bench(args);
} else {
	console.error(`there is no measurement "${name}"; there are: ${known.join(', ')}`);
	process.exitCode = 2;
}
