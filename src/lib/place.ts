/**
 * The segments of a page after its language, which lead to the same place in another one.
 *
 * @param route Kit's id of the route, such as `/[lang=lang]/galleries/[gallery]`
 */
export function placeOf(
	route: string | null,
	params: Readonly<Record<string, string | undefined>>,
): string[] {
	const segments = (route ?? '').split('/').slice(2);
	return segments.map((segment) => {
		const [, name] = /^\[(\w+)/.exec(segment) ?? [];
		return name === undefined ? segment : (params[name] ?? '');
	});
}
