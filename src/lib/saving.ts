/**
 * Whether the visitor saves data: chosen here, or asked for by the browser (`Save-Data`,
 * `prefers-reduced-data`). The shell, `app.html`, decides it before the first picture is fetched and
 * keeps it at the root element; style and pictures go by that.
 */
const key = 'nigoh-saving';
/** No picture is fetched wider, in pixels. */
const widest = 640;

export function isSaving(): boolean {
	return typeof document !== 'undefined' && document.documentElement.dataset.saving !== undefined;
}

/** The shell looks after those pictures of the page that were not fetched yet. */
export function save(isWanted: boolean): void {
	try {
		localStorage.setItem(key, isWanted ? 'on' : 'off');
	} catch {
		// A browser that keeps its storage to itself forgets it with the next whole page.
	}
	if (!isWanted) return void delete document.documentElement.dataset.saving;
	document.documentElement.dataset.saving = '';
}

/** Those that may be fetched: all of them, or for one who saves the narrow ones, and at least one. */
export function affordable<T extends { width: number }>(renditions: readonly T[]): readonly T[] {
	if (!isSaving()) return renditions;
	const narrow = renditions.filter(({ width }) => width <= widest);
	return narrow.length > 0 ? narrow : renditions.slice(0, 1);
}
