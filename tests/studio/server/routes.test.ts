import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { Notice } from '../../../src/studio/contract/server.ts';
import { Door } from '../../../src/studio/server/door.ts';
import { Notices } from '../../../src/studio/server/notices.ts';
import { Place } from '../../../src/studio/server/place.ts';
import { Preview } from '../../../src/studio/server/preview/preview.ts';
import { deskRoutes } from '../../../src/studio/server/routes/desk-routes.ts';
import { folderRoutes } from '../../../src/studio/server/routes/folder-routes.ts';
import {
	publishRoutes,
	type Publishing,
} from '../../../src/studio/server/routes/publish-routes.ts';
import { tableRoutes } from '../../../src/studio/server/routes/table-routes.ts';
import { emptyReport } from '../../../src/vite/report.ts';
import { contentFolder, fill, temporaryFolder } from '../../support/folder.ts';
import { FakeDesk } from './desk.ts';
import { ask, keep, Stage } from './stage.ts';

const yaml = 'format: 1\ntitle: { en: Road }\nlanguages: [en]\n';

function placeOf(folder?: string) {
	const desks: FakeDesk[] = [];
	const place = keep(
		new Place(async (root) => {
			const desk = new FakeDesk(root);
			desks.push(desk);
			return { root, cache: join(root, '.exhibition/cache'), desk, close: () => desk.close() };
		}),
	);
	return { place, desks, opened: folder ? place.open(folder) : undefined };
}

/** What is told while something goes on. */
function heard(notices: Notices): Notice[] {
	const told: Notice[] = [];
	const tell = notices.tell.bind(notices);
	notices.tell = (notice) => {
		told.push(notice);
		tell(notice);
	};
	return told;
}

it('opens an exhibition, and begins a new one', async () => {
	const folder = await contentFolder({ 'one/exhibition.yaml': yaml, 'other/notes.txt': 'x' });
	const { place, desks } = placeOf();
	const stage = await Stage.with([folderRoutes(place), deskRoutes(place, new Notices())]);
	const open = (path: string) => stage.post('/api/open', { folder: path });
	expect((await open(join(folder, 'one'))).json).toMatchObject({ folder: join(folder, 'one') });
	for (const path of ['one', join(folder, 'other'), join(folder, 'missing'), '/', '\0', ''])
		expect([400, 404, 422]).toContain((await open(path)).status);
	expect((await stage.get('/api/view')).status).toBe(200);
	const root = join(folder, 'new');
	const answers = { folder: root, title: 'Road', languages: ['en', 'tg'], organisation: '' };
	expect((await stage.post('/api/new', answers)).json).toMatchObject({ folder: root });
	expect(await readFile(join(root, 'exhibition.yaml'), 'utf8')).toContain('Road');
	expect(desks[0]?.isClosed).toBe(true);
	expect((await stage.post('/api/new', answers)).status).toBe(422);
});

it('hands tables to those who read them', async () => {
	const root = await contentFolder({ 'exhibition.yaml': yaml });
	const { place, opened } = placeOf(root);
	await opened;
	const read = vi.fn(async () => [{ name: 'x', header: ['id'], rows: [['a']] }]);
	const compare = vi.fn(() => ({
		...{ differences: [], unknown: [], missing: [], refused: [] },
		step: { operations: [], title: '' },
	}));
	const tables = { read, compare, guess: () => ({ 0: 'id' }), captions: () => '\ufeffid\r\n' };
	const stage = await Stage.with([tableRoutes(place, tables)]);
	const headers = { ...stage.own, 'content-type': 'application/octet-stream' };
	const sent = Buffer.from('id\na');
	expect((await ask(stage.port, 'POST', '/api/table?name=x.csv', headers, sent)).status).toBe(200);
	expect(read).toHaveBeenCalledWith('x.csv', sent);
	expect((await ask(stage.port, 'POST', '/api/table', headers, sent)).status).toBe(400);
	expect((await stage.get('/api/table/guess?header=["id"]')).json).toEqual({ 0: 'id' });
	const table = { name: 'x', header: ['id'], rows: [['a']] };
	const compared = { table, mapping: { 0: 'id' }, verb: 'revise' };
	expect((await stage.post('/api/table/compare', compared)).status).toBe(200);
	expect((await stage.post('/api/table/compare', { ...compared, verb: 'x' })).status).toBe(400);
	const csv = await stage.get('/api/captions.csv');
	expect([csv.headers['content-type'], csv.text]).toEqual([
		'text/csv; charset=utf-8',
		'\ufeffid\r\n',
	]);
	expect((await stage.get('/api/translations/en.xlsx')).status).toBe(404);
});

it('publishes one at a time, and tells how it goes', async () => {
	const { place, opened } = placeOf(await temporaryFolder());
	await opened;
	const notices = new Notices();
	const told = heard(notices);
	let end = (_error?: Error) => {};
	const publishing: Publishing = {
		targets: async () => [],
		review: async () => ({ errors: [], warnings: [], newlyPublic: [], noLongerPublic: [] }),
		publish: async (_folder, _target, { onProgress }) => {
			onProgress({ done: 1, of: 2, says: 'sent' });
			await new Promise<void>((done, fail) => (end = (error) => (error ? fail(error) : done())));
			return { address: 'https://road.example' };
		},
	};
	const faults: unknown[] = [];
	const routes = publishRoutes(place, notices, publishing, (error) => faults.push(error));
	const stage = await Stage.with([routes]);
	const target = { kind: 'folder', path: '/stick' };
	expect((await stage.get('/api/targets')).json).toEqual([]);
	expect((await stage.post('/api/review', { target })).status).toBe(200);
	const hostile = { kind: 'git', repository: '--upload-pack=touch /tmp/x', branch: 'main' };
	expect((await stage.post('/api/publish', { target: hostile })).status).toBe(400);
	expect((await stage.post('/api/publish', { target })).status).toBe(202);
	expect((await stage.post('/api/publish', { target })).status).toBe(423);
	end();
	await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ kind: 'finished' }));
	expect((await stage.post('/api/publish', { target })).status).toBe(202);
	end(new TypeError('secret'));
	await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ kind: 'failed' }));
	expect([faults.length, JSON.stringify(told).includes('secret')]).toEqual([1, false]);
});

it('serves a preview to the studio’s own window alone', async () => {
	const root = await contentFolder({ 'exhibition.yaml': yaml, 'secret.txt': 'secret' });
	const notices = new Notices();
	const told = heard(notices);
	const door = new Door();
	const preview = keep(
		new Preview({
			...{ checkout: '/', root, cache: root, door, notices, studioPort: () => 4747 },
			fault: () => undefined,
			make: async ({ out, asOf }) => {
				await fill(out, { 'index.html': 'the site' });
				await symlink(join(root, 'secret.txt'), join(out, 'link.txt'));
				return emptyReport(asOf);
			},
		}),
	);
	preview.begin('2026-12-01');
	expect(() => preview.begin(undefined)).toThrow('already');
	await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ kind: 'finished' }));
	const { address = '' } = told.at(-1) as { address?: string };
	const port = Number(new URL(address).port);
	const [cookie] = door.cookie(4747).split(';');
	const own = { host: `127.0.0.1:${port}`, cookie, 'sec-fetch-site': 'same-site' };
	const page = await ask(port, 'GET', '/', own);
	expect([page.status, page.text]).toEqual([200, 'the site']);
	expect(page.headers['content-security-policy']).toContain(
		'frame-ancestors http://127.0.0.1:4747',
	);
	expect((await ask(port, 'GET', '/', { ...own, cookie: undefined })).status).toBe(403);
	expect((await ask(port, 'GET', '/', { ...own, 'sec-fetch-site': 'cross-site' })).status).toBe(
		403,
	);
	expect((await ask(port, 'POST', '/', own)).status).toBe(403);
	expect((await ask(port, 'GET', '/', { ...own, host: 'evil.example' })).status).toBe(421);
});
