import { ContentError } from '../lib/server/content/problems.ts';
import { Refusal } from '../vite/refusal.ts';
import { systemRefusal } from '../vite/system-error.ts';
import { sentence } from './print.ts';

/** What one command does; resolves to the exit code, or stays for a server. */
export type Command = (args: readonly string[], checkout: string) => Promise<number>;

const commands: Record<string, () => Promise<{ run: Command }>> = {
	start: () => import('./start.ts'),
	build: () => import('./build.ts'),
	preview: () => import('./preview.ts'),
	dev: () => import('./dev.ts'),
	'photos:check': () => import('./photos-check.ts'),
	'photos:new': () => import('./photos-new.ts'),
};

/** Runs a command. What a person can mend is a sentence; a mistake of ours keeps its stack. */
export async function main(
	name: string,
	args: readonly string[],
	checkout: string,
): Promise<number> {
	try {
		const command = await commands[name]?.();
		if (command) return await command.run(args, checkout);
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
