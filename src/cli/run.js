// @ts-check
/** `node src/cli/run.js COMMAND [FLAGS]` */
import './typescript.js';
import { fileURLToPath } from 'node:url';

// Who reads only the first lines closes the pipe.
process.stdout.on('error', (error) => {
	if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPIPE') throw error;
	process.exit(0);
});

const checkout = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const [command = '', ...args] = process.argv.slice(2);
const { main } = await import('./main.ts');
process.exitCode = await main(command, args, checkout);
