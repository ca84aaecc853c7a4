import type { Problem } from './view.ts';

export type Target =
	| { kind: 'folder'; path: string }
	| { kind: 'zip'; path: string }
	| { kind: 'sftp'; host: string; port?: number; user: string; path: string; key?: string }
	| { kind: 'git'; repository: string; branch: string }
	| { kind: 'kiosk'; path: string };

/** Before publishing. */
export interface Review {
	errors: readonly Problem[];
	warnings: readonly Problem[];
	/** Photos that are public from now on, and that are not any more. */
	newlyPublic: readonly string[];
	noLongerPublic: readonly string[];
}
