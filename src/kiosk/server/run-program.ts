import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a program of the system to its end; rejects with what it said where it fails. */
export async function runProgram(command: string, args: readonly string[]): Promise<void> {
	try {
		await run(command, [...args], { timeout: 30_000 });
	} catch (error) {
		const { stderr = '', message } = error as Error & { stderr?: string };
		throw new Error(`${command} ${args.join(' ')}: ${stderr.trim() || message}`, { cause: error });
	}
}
