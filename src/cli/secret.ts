import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Asks for something that is not to be seen; undefined where no person sits at a terminal. */
export async function askSecret(question: string): Promise<string | undefined> {
	if (!process.stdin.isTTY) return undefined;
	process.stderr.write(question);
	const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
	const lines = createInterface({ input: process.stdin, output: unseen, terminal: true });
	try {
		return await new Promise<string | undefined>((done) => {
			lines.once('line', done);
			lines.once('close', () => done(undefined));
		});
	} finally {
		lines.close();
		process.stderr.write('\n');
	}
}
