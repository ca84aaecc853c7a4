import { Hono, type Context } from 'hono';
import * as bodies from './bodies.ts';
import { bodyOf } from './body.ts';
import { Denied, deniedBy, traceOf } from './denied.ts';
import type { Door } from './door.ts';

/** The port that a request came to. */
export interface Env {
	Bindings: { port: number };
}
export type App = Hono<Env>;
/** Adds a few addresses. */
export type Routes = (app: App) => void;

export interface AppParts {
	door: Door;
	routes: readonly Routes[];
	/** For the log: no names, captions or tokens. */
	say: (sentence: string) => void;
}

/** The studio's own addresses: `src/studio/contract/server.ts` says what each takes and answers. */
export function app({ door, routes, say }: AppParts): App {
	const app: App = new Hono<Env>();
	app.use(async (c, next) => {
		await next();
		if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
	});
	app.post('/api/enter', async (c) => {
		const { token } = await bodyOf(c, bodies.enter);
		if (!door.isToken(token)) throw unknownToken;
		c.header('Set-Cookie', door.cookie(c.env.port));
		return c.body(null, 204);
	});
	for (const add of routes) add(app);
	app.onError((error, c) => {
		const denied = deniedBy(error);
		if (!denied) say(traceOf(error));
		return refuse(c, denied ?? mistake);
	});
	app.notFound((c) => refuse(c, new Denied(404, 'there is nothing here', 'load the page again')));
	return app;
}

function refuse(c: Context, { status, body }: Denied): Response {
	return c.json(body, status);
}

const unknownToken = new Denied(
	401,
	'this address is of a studio that has ended',
	'open the address that `npm run studio` printed last',
);
const mistake = new Denied(
	500,
	'the studio made a mistake; nothing that you wrote is lost',
	'try it again, and tell the makers of Nigoh what you did',
);
