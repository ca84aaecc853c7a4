import { Worker } from 'node:worker_threads';
import { mostSeconds } from './settings.ts';
import { asTiff, type Pixels } from './tiff.ts';

let last: Promise<unknown> = Promise.resolve();

/**
 * A HEIC photo as an uncompressed TIFF that sharp can read: upright, with its colour profile, which
 * the decoder drops and without which a phone's colours are up to 16 of 255 wrong.
 *
 * @param icc the profile, as sharp finds it in the file's header
 * @throws {Error} where it cannot be decoded or takes longer than any photo should
 */
export async function heicAsTiff(file: string, icc: Buffer | undefined): Promise<Buffer> {
	// One at a time: each takes up to 600 MB.
	const turn = last.then(() => decode(file));
	last = turn.catch(() => undefined);
	return asTiff(await turn, 'rgba', icc);
}

function decode(file: string): Promise<Pixels> {
	return new Promise((done, fail) => {
		const script = new URL('./heic-worker.js', import.meta.url);
		const worker = new Worker(script, { workerData: file, execArgv: [] });
		const timer = setTimeout(() => {
			fail(new Error('timeout: HEIC'));
			void worker.terminate();
		}, mostSeconds * 1000);
		worker.once('message', ({ width, height, data }: Pixels & { data: ArrayBuffer }) =>
			done({ width, height, data: new Uint8Array(data) }),
		);
		worker.once('error', fail);
		worker.once('exit', () => {
			clearTimeout(timer);
			fail(new Error('HEIC: nothing decoded'));
		});
	});
}
