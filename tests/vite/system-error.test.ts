import { mkdir, readdir, readFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../src/vite/refusal.ts';
import { refusedIn, systemRefusal } from '../../src/vite/system-error.ts';
import { contentFolder, temporaryFolder } from '../support/folder.ts';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

function listening(port: number): Promise<Server> {
	return new Promise((done, fail) => {
		const server = createServer().once('error', fail);
		servers.push(server);
		server.listen(port, '127.0.0.1', () => done(server));
	});
}

const thrown = (doing: Promise<unknown>) => doing.catch((error: unknown) => error);
const made = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });

describe('what the system refuses', () => {
	it('names the file that vanished', async () => {
		const path = join(await temporaryFolder(), 'tea.jpg');
		const refusal = systemRefusal(await thrown(readFile(path)));
		expect(refusal).toBeInstanceOf(Refusal);
		expect(refusal?.message).toBe(`${path} vanished while it was used`);
		expect(refusal?.exitCode).toBe(1);
	});

	it('names the file that stands where a folder is needed', async () => {
		const path = join(await contentFolder({ build: '' }), 'build');
		for (const error of [await thrown(readdir(path)), await thrown(mkdir(join(path, 'en')))]) {
			expect(systemRefusal(error)?.message).toMatch(/build.* is a file where a folder is needed$/);
		}
	});

	it('names the port that is taken, and the flag that chooses another', async () => {
		const { port } = (await listening(0)).address() as AddressInfo;
		const refusal = systemRefusal(await thrown(listening(port)));
		expect(refusal?.message).toBe(`port ${port} is in use by another program`);
		expect(refusal?.remedy).toMatch(/--port/);
	});

	it.each(['ENOSPC', 'EDQUOT'])('%s is no matter of the file that was written last', (code) => {
		const refusal = systemRefusal(made(code, { path: '/site/media/a.avif' }));
		expect(refusal?.message).toMatch(/^the disk /);
		expect(refusal?.message).not.toMatch(/a\.avif/);
		expect(refusal?.remedy).toMatch(/make room/);
	});

	it.each(['EACCES', 'EPERM', 'EROFS', 'EMFILE', 'EIO', 'EBUSY', 'ELOOP', 'ENOTEMPTY'])(
		'%s names the file',
		(code) => {
			const refusal = systemRefusal(made(code, { path: '/site/index.html' }));
			expect(refusal?.message).toMatch(/^\/site\/index\.html \w+/);
			expect(refusal?.remedy).toMatch(/\w+/);
		},
	);

	it('is a sentence also without a path', () => {
		expect(systemRefusal(made('EIO'))?.message).toMatch(/^a file cannot be read or written/);
	});

	it.each([
		['a mistake of ours', new TypeError('x is undefined')],
		['a code that we do not know', made('ERR_INVALID_ARG_TYPE')],
		['no error at all', undefined],
		['null', null],
		['a text', 'ENOSPC'],
	])('is not %s', (_name, error) => expect(systemRefusal(error)).toBeUndefined());
});

describe('what a process printed', () => {
	it.each([
		['Error: ENOSPC: no space left on device, write', { code: 'ENOSPC' }],
		['building\n[vite] EMFILE: too many open files\n    at open', { code: 'EMFILE' }],
		["EACCES: permission denied, mkdir '/srv'", { code: 'EACCES', path: '/srv' }],
		["[x] EISDIR: illegal, open '/a b/c'\n at '/d'", { code: 'EISDIR', path: '/a b/c' }],
	])('%j tells why', (output, refused) => expect(refusedIn(output)).toMatchObject(refused));

	it.each(['', 'TypeError: x is undefined', 'DEIO: x', 'ENOSPCE: x', 'enospc: x'])(
		'%j does not',
		(output) => expect(refusedIn(output)).toEqual({}),
	);
});
