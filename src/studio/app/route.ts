export type Screen =
	| 'home'
	| 'gallery'
	| 'text'
	| 'photo'
	| 'redact'
	| 'care'
	| 'import'
	| 'tables'
	| 'stories'
	| 'preview'
	| 'publish'
	| 'history';

export interface Route {
	screen: Screen;
	/** A gallery, a photo, or a story. */
	id?: string;
}

const plain: readonly string[] = [
	'care',
	'import',
	'tables',
	'stories',
	'preview',
	'publish',
	'history',
	'text',
];

/** What an address's hash shows; home where it says nothing that we know. */
export function routeOf(hash: string): Route {
	const [first = '', id, rest] = hash.replace(/^#\/?/, '').split('/').map(decode);
	if (first === 'gallery' && id) return { screen: rest === 'text' ? 'text' : 'gallery', id };
	if (first === 'photo' && id) return { screen: rest === 'redact' ? 'redact' : 'photo', id };
	if (plain.includes(first)) return { screen: first as Screen, ...(id ? { id } : {}) };
	return { screen: 'home' };
}

function decode(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}

export function hashOf({ screen, id }: Route): string {
	const name = id === undefined ? '' : encodeURIComponent(id);
	if (screen === 'home') return '#/';
	if (screen === 'text' && name) return `#/gallery/${name}/text`;
	if (screen === 'redact') return `#/photo/${name}/redact`;
	return `#/${screen}${name && `/${name}`}`;
}

/** The start address carries the token in place of a route: whoever sees the bar later must not read it there. */
export function takeToken(hash: string, kept: Pick<Storage, 'getItem' | 'setItem'>): string {
	const [, token] = /^#([\w-]{20,})$/.exec(hash) ?? [];
	if (token) kept.setItem('token', token);
	return token ?? kept.getItem('token') ?? '';
}
