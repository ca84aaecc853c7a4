/** Where the items of a list begin: the offsets of their lines, and the column of their dashes. */
export interface ItemLines {
	lines: readonly number[];
	column: number;
	/** Of the key that the list stands under, and of what comes after the list. */
	key: number;
	end: number;
}

/**
 * The items of a block list under a key of the file itself, by their indents alone: what is in an item is indented
 * deeper than its dash, and nothing but keys and comments stands at the beginning of a line. To parse the whole text
 * for it takes thirty times as long.
 *
 * @param count so many items the list is known to have; where another number is found, there is none
 */
export function itemLines(text: string, name: string, count?: number): ItemLines | undefined {
	if (!/^\w+$/.test(name)) return undefined;
	const key = new RegExp(`^${name}:[ \\t]*(#.*)?\\r?$`, 'm').exec(text);
	if (!key || count === 0 || /^(---|\.\.\.|%)/m.test(text)) return undefined;
	const body = key.index + key[0].length + 1;
	const first = /^( *)-(?=[ \t\r\n])/m.exec(text.slice(body));
	if (!first) return undefined;
	const indent = first[1] ?? '';
	const end = endOf(text, body, indent === '');
	const dash = new RegExp(`^${indent}-(?=[ \\t\\r\\n])`, 'gm');
	const lines = [...text.slice(body, end).matchAll(dash)].map(({ index }) => body + index);
	return count === undefined || lines.length === count
		? { lines, column: indent.length, key: key.index, end }
		: undefined;
}

/** The next key of the file itself, or its end. */
function endOf(text: string, from: number, dashesBelong: boolean): number {
	const next = dashesBelong ? /^[^\s#-]/m : /^[^\s#]/m;
	const found = next.exec(text.slice(from));
	return found ? from + found.index : text.length;
}
