import type PhotoSwipe from 'photoswipe';

/**
 * Lets the browser forget what a stage fetched. Chromium keeps an image that has `sizes` for as long as its document
 * lives, until the image is taken out of a parent; what was fetched in advance, and never shown, never had one. A kiosk
 * has one document for weeks.
 */
export function letGoOf(pswp: PhotoSwipe): void {
	const images = new Set<Element>();
	pswp.on('contentLoadImage', ({ content: { element } }) => void (element && images.add(element)));
	pswp.on('contentDestroy', ({ content: { element } }) => {
		if (!element || !images.delete(element)) return;
		// PhotoSwipe takes it from the slide first.
		queueMicrotask(() => letGo(element));
	});
	// It tells nothing after this, and then destroys the rest.
	pswp.on('destroy', () => queueMicrotask(() => images.forEach(letGo)));
}

function letGo(image: Element): void {
	new DocumentFragment().append(image);
	image.remove();
}
