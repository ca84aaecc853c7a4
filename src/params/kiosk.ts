/** Shipped to the browser, so a pure pattern: whether there is a kiosk is decided by `entries`. */
export function match(value: string): boolean {
	return value === 'kiosk';
}
