import { chmod, chown, mkdir, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { Refusal } from '../../vite/refusal.ts';
import { writeDurably } from '../durable.ts';
import { hashPin, isPin } from '../server/pin.ts';

/** What is typed is not shown. */
export interface Terminal {
	input: NodeJS.ReadStream;
	say: (text: string) => void;
}

/**
 * Asks a person twice, or takes it from what is piped in.
 *
 * @returns the hash, which may be written down
 * @throws {Refusal} where it is no PIN, or the two differ
 */
export async function askPin({ input, say }: Terminal): Promise<string> {
	const [first, second] = input.isTTY ? await askTwice(input, say) : await piped(input);
	if (!isPin(first)) throw new Refusal('a PIN has six digits', 'choose another', 2);
	if (first !== second) throw new Refusal('the two differ', 'start again', 2);
	return hashPin(first);
}

async function piped(input: NodeJS.ReadStream): Promise<[string, string]> {
	let text = '';
	for await (const chunk of input) text += String(chunk);
	const [first = '', second = first] = text.split(/\r?\n/).filter(Boolean);
	return [first, second];
}

/** readline echoes into a stream that nobody reads. */
async function askTwice(input: NodeJS.ReadStream, say: Terminal['say']): Promise<[string, string]> {
	const lines = createInterface({ input, output: new PassThrough().resume(), terminal: true });
	const ask = (question: string) =>
		new Promise<string>((done) => {
			say(question);
			lines.once('line', done);
			lines.once('close', () => done(''));
		});
	try {
		return [await ask('PIN (six digits): '), await ask('\nOnce more: ')];
	} finally {
		lines.close();
		say('\n');
	}
}

/** Puts the hash into a device's `kiosk.json`, and leaves everything else in it as it is. */
export async function writePin(config: string, pin: string): Promise<void> {
	const [text, before] = await Promise.all([
		readFile(config, 'utf8').catch(() => '{}'),
		stat(config).catch(() => undefined),
	]);
	const device = parsed(text, config);
	await mkdir(dirname(config), { recursive: true });
	await writeDurably(config, `${JSON.stringify({ ...device, pin }, null, '\t')}\n`);
	await chmod(config, before?.mode ?? 0o640);
	if (before && process.getuid?.() === 0) await chown(config, before.uid, before.gid);
}

function parsed(text: string, config: string): object {
	try {
		return JSON.parse(text) as object;
	} catch (error) {
		const message = `${config} is not JSON (${(error as Error).message})`;
		throw new Refusal(message, 'mend it first; mind commas and quotes', 1);
	}
}
