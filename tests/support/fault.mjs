// @ts-check
/**
 * Preloaded into a build and its children (`NODE_OPTIONS=--import`): kills all of them at the Nth
 * change of the file system, as a power cut would. Not in the product: it wraps Node's own calls.
 *
 * FAULT_AT is N; FAULT_COUNT a file that grows by a byte per change, shared by the processes.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { FAULT_AT: at, FAULT_COUNT: count } = process.env;
const changes = [
	'writeFile',
	'rename',
	'rm',
	'rmdir',
	'unlink',
	'mkdir',
	'link',
	'symlink',
	'copyFile',
	'chmod',
	'utimes',
	'open',
	'write',
];

if (at && count) {
	const log = fs.openSync(count, 'a');
	const { writeSync, fstatSync } = fs;
	const { kill } = process;
	const strike = () => {
		writeSync(log, '.');
		if (fstatSync(log).size >= Number(at)) kill(0, 'SIGKILL');
	};
	/** @param {Record<string, any>} owner @param {string} name */
	const wrap = (owner, name) => {
		const original = owner[name];
		if (typeof original !== 'function') return;
		owner[name] = function (/** @type {any[]} */ ...args) {
			const isReading =
				/^open/.test(name) &&
				(args[1] === undefined || args[1] === 'r' || args[1] === fs.constants.O_RDONLY);
			if (!isReading && args[0] !== log) strike();
			return original.apply(this, args);
		};
	};
	for (const name of changes) {
		wrap(fs, name);
		wrap(fs, `${name}Sync`);
		wrap(fs.promises, name);
	}
	const handle = await fs.promises.open(count, 'r');
	for (const name of ['sync', 'write', 'writeFile', 'truncate']) {
		wrap(Object.getPrototypeOf(handle), name);
	}
	await handle.close();
	syncBuiltinESMExports();
}
