import { isLasting } from './paths.ts';
import { hall, type Plan } from './plan.ts';
import { partOf } from './range.ts';
import type { Store } from './store.ts';

/** A slow network is waited for no longer where the page is here, in ms. */
const patience = 4000;

/**
 * What a page gets. A kiosk shows one version, whole, and so never asks the network for what is kept; a visitor of the
 * web site sees the newest, and what is kept where the network ends.
 */
export async function answer(
	store: Store,
	plans: readonly Plan[],
	request: Request,
	path: string,
): Promise<Response> {
	const isHall = plans.some(({ name }) => name === hall);
	const kept = await keptFor(store, plans, path);
	if (kept && (isHall || isLasting(path))) return partOf(kept, request.headers.get('range'));
	const other = kept ?? (await insteadOf(store, plans, path));
	if (other && isHall) return other;
	const network = fetch(request).catch(() => undefined);
	const soon = kept ? await Promise.race([network, later(patience)]) : await network;
	return soon ?? other ?? (await network) ?? missing(store, plans, request, path);
}

async function keptFor(
	store: Store,
	plans: readonly Plan[],
	path: string,
): Promise<Response | undefined> {
	for (const { version } of plans) {
		const found = await store.find(path, version);
		if (found) return found;
		if (isLasting(path)) break;
	}
	return undefined;
}

/** The same picture in another width. */
async function insteadOf(store: Store, plans: readonly Plan[], path: string) {
	const other = plans.map(({ instead }) => instead[path]).find((one) => one !== undefined);
	return other === undefined ? undefined : keptFor(store, plans, other);
}

function later(ms: number): Promise<undefined> {
	return new Promise((done) => setTimeout(() => done(undefined), ms));
}

async function missing(store: Store, plans: readonly Plan[], request: Request, path: string) {
	// No network, no kioskd: a tablet.
	if (path === 'kioskd/setup') return new Response(null, { status: 204 });
	if (request.destination === 'image') return blank();
	if (request.mode !== 'navigate') return Response.error();
	const page = await keptFor(store, plans, '404.html');
	return page ? new Response(page.body, { status: 404, headers: page.headers }) : Response.error();
}

/** The colour of the picture shows through, and no mark of a broken one. */
function blank(): Response {
	const headers = { 'content-type': 'image/svg+xml' };
	return new Response('<svg xmlns="http://www.w3.org/2000/svg"/>', { headers });
}
