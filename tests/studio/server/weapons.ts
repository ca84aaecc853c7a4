import { request } from 'node:http';
import { connect } from 'node:net';
import { crc32, deflateSync } from 'node:zlib';
import { expect } from 'vitest';
import type { Answered, Stage } from './stage.ts';

/** With a status and a sentence, and no word of how it came to that. */
export function expectRefused(answer: Answered, statuses: readonly number[]): void {
	expect(statuses).toContain(answer.status);
	expect(answer.json).toMatchObject({ says: expect.any(String), remedy: expect.any(String) });
	expect(answer.text).not.toMatch(/node_modules|\bat .*:\d+:\d+/);
}

/** As it stands, before any client tidies it up. */
export function bare(stage: Stage, text: string): Promise<string> {
	return new Promise((done, fail) => {
		const socket = connect(stage.port, '127.0.0.1', () => socket.write(text));
		let heard = '';
		socket.on('data', (data) => (heard += data.toString()));
		socket.on('close', () => done(heard));
		socket.on('error', fail);
	});
}

/** Sends without an end until it is answered; returns how much went out. */
export function pour(
	stage: Stage,
	path: string,
	head: Buffer,
	headers: object,
): Promise<{ status: number; sent: number }> {
	return new Promise((done) => {
		const { own, port } = stage;
		const call = request({
			...{ port, host: '127.0.0.1', method: 'PUT', path, agent: false },
			headers: { ...own, ...headers } as Record<string, string>,
		});
		const part = Buffer.alloc(1 << 20, 7);
		let [sent, status] = [0, 0];
		const more = () => {
			while (status === 0 && !call.destroyed && sent < 2 ** 31) {
				sent += part.length;
				if (!call.write(part)) return void call.once('drain', more);
			}
		};
		call.on('response', (response) => {
			status = response.statusCode ?? 0;
			response.resume();
			call.destroy();
		});
		call.on('error', () => undefined);
		call.on('close', () => done({ status, sent }));
		call.write(head);
		more();
	});
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}

/** Grey, one bit a pixel. */
export function png(width: number, height: number): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([1, 0, 0, 0, 0], 8);
	const lines = deflateSync(Buffer.alloc(Math.ceil(width / 8 + 1) * height));
	const parts = [chunk('IHDR', header), chunk('IDAT', lines), chunk('IEND', Buffer.alloc(0))];
	return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}
