/** Asked for by a download, which must see the server's newest and nothing that is kept. */
export const downloading = 'nigoh-download';

/** What is known by the hash in its name: the same for every version of the site. */
export function isLasting(path: string): boolean {
	return /^(media|iiif|_app\/immutable)\//.test(path);
}

/** What only the server knows. */
export function isServers(path: string): boolean {
	return /^(media-manifest|pagefind)\/|^kioskd\/(?!setup)|^(kiosk|sw-off)\.json$|^service-worker\.js$/.test(
		path,
	);
}

/**
 * The file that an address stands for, below the site; a folder is its page.
 *
 * @param scope address of the site, with `/` at its end
 * @returns undefined outside of it
 */
export function pathOf(address: string, scope: string): string | undefined {
	const [asked, site] = [new URL(address), new URL(scope)];
	if (asked.origin !== site.origin || !asked.pathname.startsWith(site.pathname)) return undefined;
	const path = decoded(asked.pathname.slice(site.pathname.length));
	return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

function decoded(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

/** The address that every host gives a file at: some redirect from a page's file to its folder. */
export function addressOf(path: string, scope: string): string {
	const folder = path.replace(/(^|\/)index\.html$/, '$1');
	return new URL(encodeURI(folder), scope).href;
}
