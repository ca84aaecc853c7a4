import { options } from '../vite/options.ts';
import { buildAndTell, buildFlags } from './build.ts';
import type { Command } from './command.ts';
import { serveAndTell } from './preview.ts';

/** Builds the exhibition and serves it. */
export const run: Command = async (args, checkout) => {
	const chosen = options(args, process.env, checkout, buildFlags);
	const code = await buildAndTell(chosen);
	return code === 0 ? serveAndTell(chosen) : code;
};
