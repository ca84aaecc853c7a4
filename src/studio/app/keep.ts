/** What somebody typed and nobody has written yet, by the place it belongs to. It outlives a crash. */
export interface Kept<T> {
	all(): Promise<T[]>;
	put(key: string, value: T): Promise<void>;
	drop(key: string): Promise<void>;
}

/** In the browser's own database; in none where the browser has none, as in a private window. */
export async function keepIn<T>(name: string): Promise<Kept<T>> {
	const database = await open(name).catch(() => undefined);
	if (!database) return { all: async () => [], put: async () => {}, drop: async () => {} };
	const store = (mode: IDBTransactionMode) =>
		database.transaction('kept', mode).objectStore('kept');
	return {
		all: () => done<T[]>(store('readonly').getAll()),
		put: async (key, value) => void (await done(store('readwrite').put(value, key))),
		drop: async (key) => void (await done(store('readwrite').delete(key))),
	};
}

function open(name: string): Promise<IDBDatabase> {
	const request = indexedDB.open(name, 1);
	request.onupgradeneeded = () => request.result.createObjectStore('kept');
	return done(request);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('the database gave no reason'));
	});
}
