import { direction } from '../i18n/direction.ts';
import { scriptOf } from '../i18n/script.ts';
import type { Glass } from './glass.ts';

export interface Dress {
	lang: string;
	wall: string;
	isLow: boolean;
	isHeard: boolean;
	glass: Glass;
	/** Height of the controls, in px. */
	bar: number;
}

/** The document wears the visitor's language, letters and wall; a server wrote those of the first page. */
export function dress({ lang, wall, isLow, isHeard, glass, bar }: Dress): void {
	const { documentElement: root } = document;
	root.lang = lang;
	root.dir = direction(lang);
	const sound = isHeard ? 'on' : 'off';
	Object.assign(root.dataset, { script: scriptOf(lang), wall, sound });
	// Links leave nothing behind that a swipe could go back to.
	document.body.dataset.sveltekitReplacestate = '';
	root.toggleAttribute('data-low', isLow);
	const lengths = {
		'--letters': glass.letters,
		'--low': glass.low,
		'--high': glass.high,
		'--bar': bar,
	};
	for (const [name, px] of Object.entries(lengths)) root.style.setProperty(name, `${px}px`);
}
