import { expect, it } from 'vitest';
import { Notices } from '../../../src/studio/server/notices.ts';
import { Place } from '../../../src/studio/server/place.ts';
import { deskRoutes } from '../../../src/studio/server/routes/desk-routes.ts';
import { FakeDesk } from './desk.ts';
import { Stage, keep } from './stage.ts';

const step = {
	title: 'Changed a title',
	operations: [{ do: 'set', of: { kind: 'exhibition' }, path: ['title', 'en'], value: 'Road' }],
};

async function opened() {
	const desk = new FakeDesk('/somewhere');
	const place = keep(
		new Place(async (root) => ({ root, cache: root, desk, close: () => desk.close() })),
	);
	await place.open('/somewhere');
	const said: string[] = [];
	return { desk, place, said, stage: await Stage.with([deskRoutes(place, new Notices())], said) };
}

it('serves its own page, with headers that keep others out', async () => {
	const { stage } = await opened();
	const page = await stage.get('/', { cookie: undefined, 'sec-fetch-site': 'none' });
	expect(page.text).toBe('the app');
	expect(page.headers).toMatchObject({
		'content-security-policy': expect.stringMatching(
			/default-src 'self'.*object-src 'none'.*frame-ancestors 'none'/,
		),
		'cross-origin-resource-policy': 'same-origin',
		'x-content-type-options': 'nosniff',
		'x-frame-options': 'DENY',
		'referrer-policy': 'no-referrer',
	});
	expect(Object.keys(page.headers).join()).not.toContain('access-control');
});

it('exchanges the token for a cookie that no script reads and no other site sends', async () => {
	const { stage } = await opened();
	const bare = { cookie: undefined, 'x-studio-token': undefined };
	const { status, headers } = await stage.post('/api/enter', { token: stage.door.token }, bare);
	expect(status).toBe(204);
	const [cookie = ''] = headers['set-cookie'] ?? [];
	expect(cookie).toMatch(/SameSite=Strict/);
	expect(cookie).toMatch(/HttpOnly/);
	expect((await stage.get('/api/view', { cookie: cookie.split(';')[0] })).status).toBe(200);
	expect((await stage.post('/api/enter', { token: 'x' }, bare)).status).toBe(401);
});

it('answers its own page', async () => {
	const { stage, desk } = await opened();
	expect((await stage.get('/api/view')).json).toMatchObject({ revision: 1, folder: '/somewhere' });
	expect((await stage.post('/api/change', step)).json).toMatchObject({ done: true, revision: 2 });
	expect(desk.steps).toEqual([step]);
	for (const path of ['/api/undo', '/api/redo'])
		expect((await stage.post(path, {})).status).toBe(200);
	expect((await stage.get('/api/history')).json).toEqual([]);
	const of = encodeURIComponent(JSON.stringify({ kind: 'photo', photo: 'tea' }));
	expect((await stage.get(`/api/versions?of=${of}`)).json).toEqual([]);
});

it('tells a conflict', async () => {
	const { stage, desk } = await opened();
	desk.answer = { done: false, conflicts: [] };
	expect((await stage.post('/api/change', step)).status).toBe(409);
});

it('answers no other name of this computer', async () => {
	const { stage } = await opened();
	const { port } = stage;
	for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `0.0.0.0:${port}`]) {
		const { status, json } = await stage.get('/', { host });
		expect([host, status, json]).toMatchObject([host, 421, { says: expect.any(String) }]);
	}
	for (const name of ['localhost', '[::1]'])
		expect((await stage.get('/', { host: `${name}:${port}` })).status).toBe(200);
});

it('changes nothing for a page from elsewhere', async () => {
	const { stage, desk } = await opened();
	const wrong = [
		{ origin: undefined },
		{ origin: 'null' },
		{ origin: 'https://evil.example' },
		{ origin: `http://127.0.0.1:${stage.port + 1}` },
		{ 'sec-fetch-site': 'cross-site' },
		{ 'sec-fetch-site': 'same-site' },
		{ 'sec-fetch-site': undefined },
		{ 'x-studio-token': undefined },
		{ 'x-studio-token': 'x'.repeat(43) },
	];
	for (const headers of wrong) {
		const { status, json } = await stage.post('/api/change', step, headers);
		expect([401, 403]).toContain(status);
		expect(json).toMatchObject({ says: expect.any(String), remedy: expect.any(String) });
	}
	expect(desk.steps).toEqual([]);
});

it('shows nothing of the exhibition to a page from elsewhere', async () => {
	const { stage } = await opened();
	const wrong = [
		{ 'sec-fetch-site': 'cross-site' },
		{ 'sec-fetch-site': 'same-site' },
		{ 'sec-fetch-site': 'none' },
		{ 'sec-fetch-site': undefined },
		{ cookie: undefined },
		{ cookie: `nigoh-studio-${stage.port}=x` },
	];
	for (const headers of wrong)
		for (const path of ['/api/view', '/api/notices', '/thumb/a/320', '/picture/a'])
			expect([401, 403]).toContain((await stage.get(path, headers)).status);
});

it('takes JSON alone, of the agreed shape and a size', async () => {
	const { stage, desk } = await opened();
	const form = { 'content-type': 'text/plain' };
	expect((await stage.post('/api/change', step, form)).status).toBe(415);
	expect((await stage.post('/api/change', '{')).status).toBe(400);
	expect((await stage.post('/api/change', { ...step, more: 1 })).status).toBe(400);
	const [set] = step.operations;
	const path = ['__proto__', 'polluted'];
	const polluting = { title: '', operations: [{ ...set, path }] };
	expect((await stage.post('/api/change', polluting)).status).toBe(400);
	const own = '{"title":"","operations":[],"__proto__":{}}';
	expect((await stage.post('/api/change', own)).status).toBe(400);
	const deep = {
		title: '',
		operations: [{ ...set, value: JSON.parse('['.repeat(100) + ']'.repeat(100)) }],
	};
	expect((await stage.post('/api/change', deep)).status).toBe(400);
	expect(desk.steps).toEqual([]);
});

it('says nothing in its log that somebody wrote', async () => {
	const { stage, desk, said } = await opened();
	desk.change = () => Promise.reject(new TypeError('Mariam cannot be read'));
	const { status, json } = await stage.post('/api/change', step);
	expect([status, json]).toMatchObject([500, { says: expect.stringMatching(/mistake/) }]);
	expect(said.join()).toMatch(/^TypeError/);
	expect(said.join()).not.toContain('Mariam');
});

it('says that no exhibition is open', async () => {
	const place = new Place(() => Promise.reject(new Error('never')));
	const stage = await Stage.with([deskRoutes(place, new Notices())]);
	expect(await stage.get('/api/view')).toMatchObject({
		status: 404,
		json: { says: 'no exhibition is open' },
	});
});
