// @ts-check
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'rolldown/utils';

const strip = /** @type {const} */ ({ tsconfig: false, sourcemap: true });

/**
 * Node's hook for modules in TypeScript: the types are taken off, nothing else is changed, and the
 * lines of the source stay known to a stack.
 * @type {import('node:module').LoadHook}
 */
export async function load(url, context, next) {
	if (!url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
	const path = fileURLToPath(url);
	const { code, map, errors } = transformSync(path, await readFile(path, 'utf8'), strip);
	if (errors.length > 0) throw errors[0];
	const lines = Buffer.from(JSON.stringify(map)).toString('base64');
	const source = `${code}\n//# sourceMappingURL=data:application/json;base64,${lines}`;
	return { format: 'module', source, shortCircuit: true };
}
