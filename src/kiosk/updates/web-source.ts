import { Refusal } from '../../vite/refusal.ts';
import { largestList } from '../release/format.ts';
import { offered, withdrawnName } from '../release/layout.ts';
import { pace } from './pace.ts';
import type { Source } from './source.ts';

export interface WebSettings {
	/** Of all transfers together; the visitors of a museum share its line. */
	bytesPerSecond?: number;
	/** A line that is silent for so long is given up, in milliseconds. */
	patience?: number;
}

/** @throws {Refusal} for an address that others can listen to: the loopback alone needs no https */
export function webSource(address: string, settings: WebSettings = {}): Source {
	const { bytesPerSecond = Infinity, patience = 30_000 } = settings;
	const base = baseOf(address);
	const may = pace(bytesPerSecond);
	const ask = (path: string, allowed: number[], headers: Record<string, string> = {}) =>
		request(new URL(path, base), { ...headers, 'accept-encoding': 'identity' }, patience, allowed);
	return {
		name: base.href,
		list: async (name) => {
			// An address that a device is given has a release; nothing may have been withdrawn yet.
			const allowed = name === withdrawnName ? [200, 404] : [200];
			const { status, chunks } = await ask(name, allowed, { 'cache-control': 'no-cache' });
			const text = await textOf(chunks, `${base.href}${name}`);
			return status === 200 ? text : undefined;
		},
		file: async (sha256, from) => {
			const headers: Record<string, string> = from > 0 ? { range: `bytes=${from}-` } : {};
			const { status, chunks } = await ask(offered(sha256), [200, 206], headers);
			return { from: status === 206 ? from : 0, chunks: paced(chunks, may) };
		},
	};
}

function baseOf(address: string): URL {
	const url = new URL(address.endsWith('/') ? address : `${address}/`);
	const isOwn = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
	if (url.protocol === 'https:' || (url.protocol === 'http:' && isOwn)) return url;
	throw new Refusal(`${address} is no https address`, 'write one that begins with https://', 2);
}

async function request(
	url: URL,
	headers: Record<string, string>,
	patience: number,
	allowed: readonly number[],
): Promise<{ status: number; chunks: AsyncIterable<Uint8Array> }> {
	const control = new AbortController();
	const timer = setTimeout(() => control.abort(), patience);
	try {
		const { status, headers: got, body } = await fetch(url, { headers, signal: control.signal });
		const begins = got.get('content-range')?.match(/^bytes (\d+)-/)?.[1] ?? '';
		const isAsked = status !== 206 || headers.range === `bytes=${begins}-`;
		if (!allowed.includes(status) || !isAsked) throw new Error(`it answers ${status}`);
		return { status, chunks: heard(url, body, control, timer, patience) };
	} catch (error) {
		clearTimeout(timer);
		control.abort();
		throw unreachable(url, error);
	}
}

/** The bytes as they come; only silence is waited for no longer, not a slow reader. */
async function* heard(
	url: URL,
	body: AsyncIterable<Uint8Array> | null,
	control: AbortController,
	timer: NodeJS.Timeout,
	patience: number,
): AsyncGenerator<Uint8Array> {
	try {
		for await (const chunk of body ?? []) {
			clearTimeout(timer);
			yield chunk;
			timer = setTimeout(() => control.abort(), patience);
		}
	} catch (error) {
		throw unreachable(url, error);
	} finally {
		clearTimeout(timer);
		control.abort();
	}
}

async function* paced(
	chunks: AsyncIterable<Uint8Array>,
	may: (bytes: number) => Promise<void>,
): AsyncGenerator<Uint8Array> {
	for await (const chunk of chunks) {
		await may(chunk.length);
		yield chunk;
	}
}

async function textOf(chunks: AsyncIterable<Uint8Array>, what: string): Promise<string> {
	const parts: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of chunks) {
		parts.push(chunk);
		if ((bytes += chunk.length) <= largestList) continue;
		throw new Refusal(`${what} is too large`, 'make the release again', 1);
	}
	return Buffer.concat(parts).toString('utf8');
}

function unreachable(url: URL, error: unknown): Refusal {
	const { message, cause } = error as Error & { cause?: NodeJS.ErrnoException };
	const why = cause?.code ?? message;
	const remedy = 'it is tried again; check the address and the network';
	return new Refusal(`${url.href} cannot be reached (${why})`, remedy, 1);
}
