import { bytesIn, russian, western } from './code-pages.ts';

/**
 * UTF-8 that some program took for Windows-1252 ("ÐŸÐ¾ÐµÐ·Ð´") or Windows-1251 ("РџРѕРµР·Рґ") and
 * wrote again, perhaps more than once, read as it was meant. Any other text is given back as it is.
 */
export function undoubled(text: string): string {
	if (!/\P{ASCII}/u.test(text)) return text;
	const meant = readAnew(text, western, isLikely) ?? readAnew(text, russian, isRussian);
	return meant === undefined ? text : undoubled(meant);
}

function readAnew(text: string, page: string, accept: (meant: string) => boolean) {
	const bytes = bytesIn(text, page);
	if (!bytes) return undefined;
	try {
		const meant = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return accept(meant) ? meant : undefined;
	} catch {
		return undefined;
	}
}

/** "CAFÉ…" and "PERÚ™" happen to be UTF-8 too, of phonetic signs or of one foreign letter. */
function isLikely(meant: string): boolean {
	const letters = meant.match(/\P{ASCII}/gu) ?? [];
	const phonetic = letters.some((letter) => /[\u0180-\u0258\u025a-\u02ff]/.test(letter));
	return !phonetic && (letters.length > 1 || letters.every((letter) => letter <= '\xff'));
}

function isRussian(meant: string): boolean {
	return /[а-яё]{2}/i.test(meant);
}
