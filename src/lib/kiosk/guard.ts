/** What a visitor could leave the exhibition by, and a link that leads out. */
export interface Guard {
	/** Anywhere on the glass. */
	touched(event: PointerEvent): void;
	used(): void;
	outside(address: string): void;
	/** Is this tap for the kiosk alone? Then it is told of it. */
	isSwallowed(): boolean;
	swallowed(): void;
}

const never = ['contextmenu', 'dragstart', 'selectstart', 'submit', 'gesturestart', 'auxclick'];
/** Of a keyboard that somebody plugs in: those that move and choose. */
const keys = /^(Arrow(Up|Down|Left|Right)|Tab|Enter|Escape|Home|End|Page(Up|Down)|[ +-])$/;

/**
 * Nothing but the exhibition answers a touch: no menu, no selection, no drag, no other page, window, print or
 * download. Pinching the page is forbidden by the style (`touch-action`).
 *
 * @returns how to end it
 */
export function guard(does: Guard): () => void {
	const ending = new AbortController();
	const options = { capture: true, signal: ending.signal } as const;
	const refuse = (event: Event) => event.preventDefault();
	for (const name of never) addEventListener(name, refuse, { ...options, passive: false });
	addEventListener('pointerdown', (event) => does.touched(event), options);
	addEventListener('scroll', () => does.used(), { ...options, passive: true });
	addEventListener('wheel', (event) => (event.ctrlKey ? refuse(event) : does.used()), {
		...options,
		passive: false,
	});
	addEventListener('keydown', (event) => pressed(event, does), options);
	addEventListener('click', (event) => clicked(event, does), options);
	window.open = () => null;
	window.print = () => undefined;
	return () => ending.abort();
}

function pressed(event: KeyboardEvent, does: Guard): void {
	const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && keys.test(event.key);
	if (isPlain) does.used();
	else event.preventDefault();
}

function clicked(event: MouseEvent, does: Guard): void {
	if (does.isSwallowed()) {
		event.preventDefault();
		event.stopPropagation();
		does.swallowed();
		return;
	}
	const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
	if (!link) return;
	const isModified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
	// A file that is no page would take the kiosk off the glass.
	const isPage = link.origin === location.origin && link.pathname.endsWith('/');
	if (!isModified && isPage && !link.download) {
		link.removeAttribute('target');
		return;
	}
	event.preventDefault();
	event.stopPropagation();
	if (/^https?:$/.test(link.protocol) && link.origin !== location.origin) does.outside(link.href);
}
