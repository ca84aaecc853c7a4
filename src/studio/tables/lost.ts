/**
 * Has an encoding without them eaten letters? Windows-1251 has none of ғ ӣ қ ӯ ҳ ҷ: a program that saves a plain CSV
 * in it writes a question mark for each, as in "?у??ат" for "ҳуҷҷат".
 */
export function hasLostLetters(text: string): boolean {
	return /\?\p{Script=Cyrillic}|\ufffd/u.test(text);
}

/** What a spreadsheet shows in place of a result. */
export function isFormulaError(text: string): boolean {
	return /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!)$/.test(text);
}
