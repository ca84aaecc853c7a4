/** Letters that one hand writes with a mark and another without; what Unicode takes apart needs no line here. */
const plain: Readonly<Record<string, string>> = {
	...{ ғ: 'г', қ: 'к', ҳ: 'х', ҷ: 'ч' },
	...{ ң: 'н', ө: 'о', ү: 'у', ә: 'а', ұ: 'у', һ: 'х' },
	...{ ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه', ە: 'ه', أ: 'ا', إ: 'ا', آ: 'ا' },
	...{ ł: 'l', ø: 'o', đ: 'd', ı: 'i' },
};
/** Arabic and Persian digits, each in the order of its value. */
const digits = '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹';

/**
 * A text as hands write it that have a plain keyboard: small letters without marks, one form of each
 * Arabic letter, European digits. "Кӯҳ" is "кух", "كتاب" is "کتاب". The short и keeps its mark, for й is a
 * letter of every Cyrillic keyboard, and Russian endings are known by it.
 */
export function fold(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll('и\u0306', 'й')
		.replace(/[\p{M}\u0640\u200c\u200d]/gu, '')
		.replace(/[\p{L}\p{Nd}]/gu, (letter) => plain[letter] ?? digit(letter));
}

function digit(letter: string): string {
	const at = digits.indexOf(letter);
	return at < 0 ? letter : String(at % 10);
}
