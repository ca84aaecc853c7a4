// @ts-check
/**
 * A thread of its own: decoding blocks for a second, takes hundreds of megabytes, and both end with
 * it. Plain JavaScript, for Node starts it and not Vite.
 */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import decode from 'heic-decode';

const { width, height, data } = await decode({ buffer: readFileSync(workerData) });
const buffer = /** @type {ArrayBuffer} */ (data.buffer);
parentPort?.postMessage({ width, height, data: buffer }, [buffer]);
