import { href } from '../links.ts';
import type { Order, Told } from './orders.ts';
import { Store } from './store.ts';

/** Can this browser keep anything, and check what it keeps? */
export function isAble(): boolean {
	return 'serviceWorker' in navigator && 'caches' in globalThis && 'subtle' in crypto;
}

export function siteStore(): Store {
	return new Store(new URL(href(), document.baseURI).href);
}

/** Of the longer side of the screen. */
export function screenPixels(): number {
	return Math.ceil(Math.max(screen.width, screen.height) * devicePixelRatio);
}

/** The worker of this site, when it is at work. */
export async function register({ scope }: Store): Promise<ServiceWorkerRegistration> {
	const script = new URL('service-worker.js', scope);
	const registration = await navigator.serviceWorker.register(script, {
		scope,
		updateViaCache: 'none',
	});
	await navigator.serviceWorker.ready;
	return registration;
}

/** Tells the worker at work. */
export async function order(store: Store, what: Order): Promise<Told> {
	const registration = await navigator.serviceWorker.getRegistration(store.scope);
	if (!registration?.active) return { isOff: false, gone: [], isRefused: true };
	return tell(registration.active, what);
}

export function tell(worker: ServiceWorker, what: Order): Promise<Told> {
	return new Promise((done) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }) => done(data as Told);
		worker.postMessage(what, [port2]);
	});
}

/** kioskd keeps everything itself: two keepers would show two versions. */
export async function leave(): Promise<void> {
	if (!isAble()) return;
	const store = siteStore();
	const registration = await navigator.serviceWorker.getRegistration(store.scope);
	await registration?.unregister();
	await store.removeAll();
}

/** Is there room, as far as the browser tells? A tenth more is needed while an old version is still there. */
export async function hasRoom(bytes: number): Promise<boolean> {
	const { quota, usage = 0 } = await navigator.storage.estimate();
	return quota === undefined || quota - usage > bytes * 1.1;
}

/** Megabytes, as one reads them. */
export function megabytes(bytes: number): number {
	const exact = bytes / 1e6;
	return exact < 10 ? Math.max(0.1, Math.round(exact * 10) / 10) : Math.round(exact);
}
