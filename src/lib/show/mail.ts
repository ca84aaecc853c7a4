/**
 * A mail address as code points. Pages write them as character references, which people's browsers
 * read and harvesters that search the page's text for addresses do not.
 */
export function encodedMail(address: string | undefined): number[] | undefined {
	return address === undefined
		? undefined
		: [...address].map((letter) => letter.codePointAt(0) ?? 0);
}
