import { folderSource, sticksIn } from './folder-source.ts';
import type { Source } from './source.ts';
import { webSource, type WebSettings } from './web-source.ts';

/** Where a device looks for releases: part of its `kiosk.json`. */
export interface SourceSettings extends WebSettings {
	/** An https address; `release.json` lies below it. */
	url?: string;
	folder?: string;
	/** Where sticks are mounted, such as `/media`. */
	sticks?: string;
}

/** @returns what asks for the sources that are there at that time */
export function sourcesOf(settings: SourceSettings): () => Promise<Source[]> {
	const { url, folder, sticks } = settings;
	const web = url === undefined ? [] : [webSource(url, settings)];
	const own = folder === undefined ? [] : [folderSource(folder)];
	// A stick is there because somebody brought it.
	return async () => [...(sticks === undefined ? [] : await sticksIn(sticks)), ...own, ...web];
}
