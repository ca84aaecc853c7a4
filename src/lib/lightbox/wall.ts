/** The parts of a photo on the wall, by the `data-photo` that both of its links carry. */
function links(id: string): HTMLAnchorElement[] {
	return [...document.querySelectorAll<HTMLAnchorElement>(`a[data-photo="${CSS.escape(id)}"]`)];
}

export function pictureOf(id: string): HTMLImageElement | undefined {
	return links(id).flatMap((link) => link.querySelector('img') ?? [])[0];
}

/** Is it shown on the wall? What a closed content note hides has its place none the less. */
export function isUncovered(id: string): boolean {
	const picture = pictureOf(id);
	return !!picture?.offsetParent && !picture.closest('details:not([open])');
}

/** What takes the focus: the link with the photo's title. */
export function titleOf(id: string): HTMLAnchorElement | undefined {
	return links(id).find((link) => link.tabIndex >= 0);
}

/**
 * A page's links to its pictures are relative, so that a site may lie anywhere. The lightbox changes the
 * address under them: what is fetched late would be looked for in the wrong place.
 */
export function fixAddresses(): void {
	const whole = (address: string) => new URL(address, document.baseURI).href;
	for (const image of document.querySelectorAll<HTMLImageElement>('main img[srcset]')) {
		for (const one of [image, ...(image.parentElement?.querySelectorAll('source') ?? [])]) {
			one.srcset = one.srcset.replace(/\S+(?= \d+w)/g, whole);
		}
		image.src = whole(image.getAttribute('src') ?? '');
	}
}

/** The photo whose link was clicked, unless it is to open elsewhere, such as in a new tab. */
export function clickedPhoto(event: MouseEvent): string | undefined {
	if (event.defaultPrevented || event.button !== 0) return undefined;
	if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
	const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-photo]');
	return link?.dataset.photo;
}
