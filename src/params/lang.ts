/** Shipped to the browser, so a pure pattern: which languages exist is decided by `entries` and the load. */
export function match(value: string): boolean {
	return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(value);
}
