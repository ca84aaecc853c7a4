import { ContentError } from '../lib/server/content/problems.ts';
import { Refusal } from '../vite/refusal.ts';
import { systemRefusal } from '../vite/system-error.ts';
import { run as build } from './build.ts';
import type { Command } from './command.ts';
import { run as dev } from './dev.ts';
import { run as licences } from './licences.ts';
import { run as makePictures } from './make-pictures.ts';
import { run as photosCheck } from './photos-check.ts';
import { run as photosNew } from './photos-new.ts';
import { run as preview } from './preview.ts';
import { sentence } from './print.ts';
import { run as start } from './start.ts';

const commands: Record<string, Command> = {
	start,
	build,
	preview,
	dev,
	'photos:check': photosCheck,
	'photos:new': photosNew,
	licences,
	'make-pictures': makePictures,
};

/** Runs a command. What a person can mend is a sentence; a mistake of ours keeps its stack. */
export async function main(
	name: string,
	args: readonly string[],
	checkout: string,
): Promise<number> {
	try {
		const command = commands[name];
		if (command) return await command(args, checkout);
		throw new Refusal(`there is no command "${name}"`, Object.keys(commands).join(', '), 2);
	} catch (error) {
		return complain(error);
	}
}

function complain(error: unknown): number {
	const known = systemRefusal(error) ?? error;
	if (known instanceof Refusal) {
		console.error(`${known.message}: ${known.remedy}`);
		return known.exitCode;
	}
	if (known instanceof ContentError) {
		console.error(sentence(known.problem, ''));
		return 1;
	}
	console.error(error);
	return 1;
}
