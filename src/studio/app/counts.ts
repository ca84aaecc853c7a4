/** A word, with what stands within it: "don't", "чорро­ҳа", "می‌بینم". */
const word = /[\p{L}\p{N}\p{M}]+(?:['’\-\u00ad\u200c][\p{L}\p{N}\p{M}]+)*/gu;

export function words(text: string): number {
	return text.match(word)?.length ?? 0;
}

/**
 * As many words as somebody reads who stands before a picture: from the V&A's "Gallery text: a ten
 * point guide". An alt text is heard in one breath.
 */
export const limits: Readonly<Record<string, number>> = {
	title: 10,
	caption: 60,
	alt: 40,
	description: 250,
	summary: 40,
	text: 150,
};

export function isOver(field: string, text: string): boolean {
	return words(text) > (limits[field] ?? Infinity);
}
