/** What the conductor asks of those who know the pages. */
export interface Screens {
	/** Has every screen been in attract for so many milliseconds, without a touch? */
	isQuiet(ms: number): boolean;
	/** Has every screen load its page anew. */
	reload(): void;
	/** Did every screen's page show this release: heartbeat, attract, a photo of every gallery decoded? */
	hasPassed(release: string): boolean;
	/** Does a visitor use a page of this release just now? Its probation then waits. */
	isInUse?(release: string): boolean;
}

/** Time, which a test turns by hand. */
export interface Clock {
	/** Milliseconds that only ever grow, whatever the time of day is set to. */
	now(): number;
	/** ISO 8601, for people. */
	at(): string;
	/** `YYYY-MM-DD`. */
	today(): string;
}
