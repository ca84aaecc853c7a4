/** Of updates, for health and the staff's menu. */
export interface UpdateStatus {
	/** The release that is shown; null for the page that kioskd brings itself. */
	release: string | null;
	/** Whole on this device, and shown at the next quiet moment. */
	pending: string | null;
	isOnProbation: boolean;
	isFetching: boolean;
	lastUpdate: LastUpdate;
	/** Files of the shown release that the disk has spoilt, until they are mended. */
	damaged: string[];
}

export interface LastUpdate {
	/** ISO 8601; null before the first. */
	at: string | null;
	ok: boolean;
	/** A sentence. */
	error: string | null;
}
