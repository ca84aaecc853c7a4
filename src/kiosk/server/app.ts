import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import * as v from 'valibot';
import type { Order, Setup, Heartbeat, Visit } from '../../lib/kiosk/contract.ts';
import * as bodies from './bodies.ts';
import { isWell, type Health } from './health.ts';
import type { Orders } from './orders.ts';
import { act, type StaffBody, type StaffParts } from './staff.ts';

/** A visit may name every photo of a large exhibition. */
const largest = 256 * 1024;
/** Comments keep a connection open that has nothing to say. */
const stillThere = 20_000;

export interface AppParts {
	setup: (screen: string | undefined) => Setup;
	heard: (heartbeat: Heartbeat) => void;
	visited: (visit: Visit) => Promise<void>;
	/** A page asked for something; dropped: nobody on this screen listens any more. */
	sign: (screen: string) => void;
	dropped: (screen: string) => void;
	orders: Orders;
	/** What pages keep, so as not to need it from a server that is just down. */
	code: () => Promise<string[]>;
	health: () => Promise<Health>;
	staff: StaffParts;
	say: (sentence: string) => void;
}

/** kioskd's own addresses: `src/lib/kiosk/contract.ts` says what each takes and answers. */
export function app(parts: AppParts): Hono {
	const app = new Hono();
	app.use(bodyLimit({ maxSize: largest, onError: (c) => c.body(null, 413) }));
	app.use(async (c, next) => {
		await next();
		c.header('Cache-Control', 'no-store');
	});
	app.get('/kioskd/setup', (c) => {
		const screen = screenOf(c);
		if (screen) parts.sign(screen);
		return c.json(parts.setup(screen));
	});
	app.get('/kioskd/orders', (c) => orders(c, parts));
	app.get('/kioskd/code', async (c) => c.json(await parts.code()));
	app.post('/hb', async (c) => {
		const heartbeat = await bodyOf(c, bodies.heartbeat);
		if (!heartbeat) return c.body(null, 400);
		parts.heard(heartbeat);
		return c.body(null, 204);
	});
	app.post('/kioskd/visit', async (c) => {
		const visit = await bodyOf(c, bodies.visit);
		if (!visit) return c.body(null, 400);
		await parts.visited(visit);
		return c.body(null, 204);
	});
	app.get('/health', async (c) => {
		const health = await parts.health();
		return c.json(health, isWell(health) ? 200 : 503);
	});
	staffRoutes(app, parts.staff);
	app.onError((error, c) => {
		parts.say(error.message);
		return c.body(null, 500);
	});
	app.notFound((c) => c.body(null, 404));
	return app;
}

function staffRoutes(app: Hono, staff: StaffParts): void {
	app.post('/kioskd/pin', async (c) => {
		const body = await bodyOf(c, bodies.pin);
		if (!body) return c.body(null, 400);
		const answer = await staff.door.enter(body.pin);
		return c.json(answer, 'token' in answer ? 200 : 403);
	});
	app.post('/kioskd/staff/:action', async (c) => {
		const [, token = ''] = /^Bearer (\S+)$/.exec(c.req.header('Authorization') ?? '') ?? [];
		if (!staff.door.isOpen(token)) return c.body(null, 401);
		const action = c.req.param('action');
		if (!Object.hasOwn(bodies.staffBodies, action)) return c.body(null, 404);
		const name = action as bodies.StaffActionName;
		const body = await bodyOf<StaffBody>(c, bodies.staffBodies[name]);
		return body ? c.json(await act(staff, name, body)) : c.body(null, 400);
	});
}

function orders(c: Context, parts: AppParts): Response {
	const screen = screenOf(c);
	if (!screen) return c.body(null, 400);
	return streamSSE(c, async (stream) => {
		const send = (order: Order) => void stream.writeSSE({ data: JSON.stringify(order) });
		const leave = parts.orders.join(screen, send);
		parts.sign(screen);
		const closed = new Promise<void>((done) => stream.onAbort(done));
		await stream.write('retry: 500\n\n');
		const timer = setInterval(() => void stream.write(':\n\n'), stillThere);
		await closed;
		clearInterval(timer);
		leave();
		if (!parts.orders.isHeardBy(screen)) parts.dropped(screen);
	});
}

function screenOf(c: Context): string | undefined {
	const name = c.req.query('screen');
	return name !== undefined && bodies.screenPattern.test(name) ? name : undefined;
}

/** undefined where it is not what was agreed; no body is an empty one. */
async function bodyOf<T>(c: Context, schema: v.GenericSchema<unknown, T>): Promise<T | undefined> {
	try {
		const result = v.safeParse(schema, JSON.parse((await c.req.text()) || '{}'));
		return result.success ? result.output : undefined;
	} catch {
		return undefined;
	}
}
