/** What the desk will not do, in a curator's words: shown as it is, without a stack. */
export class StudioRefusal extends Error {
	constructor(
		readonly says: string,
		readonly remedy: string,
		/** Relative to the content folder. */
		readonly file?: string,
		readonly line?: number,
	) {
		super(says);
		this.name = 'StudioRefusal';
	}
}

/** What was asked for is wrong as it stands: it would not be right another time either. */
export class Unfit extends StudioRefusal {
	readonly status = 400;
}
