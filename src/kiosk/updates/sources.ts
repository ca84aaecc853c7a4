import { folderSource } from './folder-source.ts';
import type { Source } from './source.ts';
import { webSource, type WebSettings } from './web-source.ts';

/** Where a device looks for releases: part of its `kiosk.json`. */
export interface SourceSettings extends WebSettings {
	/** An https address; `release.json` lies below it. */
	url?: string;
	folder?: string;
}

export function sourcesOf(settings: SourceSettings): Source[] {
	const { url, folder } = settings;
	const web = url === undefined ? [] : [webSource(url, settings)];
	const own = folder === undefined ? [] : [folderSource(folder)];
	return [...own, ...web];
}
