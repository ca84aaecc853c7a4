/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
import type { Order } from './lib/offline/orders.ts';
import { Worker } from './lib/offline/worker.ts';

/** Registered by who asks that something be kept (`lib/offline/`), and by nobody else. */
const self = globalThis.self as unknown as ServiceWorkerGlobalScope;

const worker = new Worker(self.registration.scope, {
	unregister: () => self.registration.unregister(),
	takeOver: () => self.skipWaiting(),
});

self.addEventListener('activate', (event) => {
	event.waitUntil(self.clients.claim());
	// Not waited for, nor below: the page comes first.
	void worker.obey({ order: 'contact' });
});

self.addEventListener('message', (event) => {
	const told = worker.obey(event.data as Order);
	event.waitUntil(told.then((answer) => event.ports[0]?.postMessage(answer)));
});

self.addEventListener('fetch', (event) => {
	const response = worker.respond(event.request);
	if (response) event.respondWith(response);
	if (event.request.mode === 'navigate') event.waitUntil(worker.obey({ order: 'contact' }));
});
