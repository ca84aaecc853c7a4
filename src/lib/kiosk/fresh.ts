/** The attributes of an element, to be put back. */
function attributesOf(element: Element): Map<string, string> {
	return new Map([...element.attributes].map(({ name, value }) => [name, value]));
}

function putBack(element: Element, attributes: ReadonlyMap<string, string>): void {
	for (const { name } of [...element.attributes]) {
		if (!attributes.has(name)) element.removeAttribute(name);
	}
	for (const [name, value] of attributes) element.setAttribute(name, value);
}

/**
 * Remembers a page that nobody has touched; what it returns takes every trace of a visit off it, without loading a
 * document.
 */
export function untouched(): () => Promise<void> {
	const root = attributesOf(document.documentElement);
	const body = attributesOf(document.body);
	const { title } = document;
	return async () => {
		for (const one of document.querySelectorAll<HTMLMediaElement>('audio, video')) {
			one.pause();
			one.muted = false;
		}
		for (const one of document.querySelectorAll<HTMLDialogElement>('dialog[open]')) one.close();
		(document.activeElement as HTMLElement | null)?.blur();
		getSelection()?.removeAllRanges();
		putBack(document.documentElement, root);
		putBack(document.body, body);
		document.title = title;
		window.name = '';
		scrollTo(0, 0);
		await forget();
	};
}

/** All that a browser keeps for a page, but for what a tablet shows without a network. */
async function forget(): Promise<void> {
	sessionStorage.clear();
	localStorage.clear();
	for (const cookie of document.cookie.split('; ').filter(Boolean)) {
		document.cookie = `${cookie.split('=')[0]}=; max-age=0; path=/`;
	}
	// Firefox has had the list of them since 126.
	const databases = (await indexedDB.databases?.()) ?? [];
	for (const { name } of databases) if (name) indexedDB.deleteDatabase(name);
}
