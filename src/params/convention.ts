/** Shipped to the browser, so a pure pattern: which of these files exist is decided by `entries`. */
export function match(path: string): boolean {
	return /^(exhibition(\.schema)?\.json|manifest\.webmanifest|robots\.txt|sitemap(-\d+)?\.xml|[^/]+\/feed\.xml|iiif\/(collection|[^/]+\/manifest)\.json)$/.test(
		path,
	);
}
