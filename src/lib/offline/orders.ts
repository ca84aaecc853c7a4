/** What a page wants of the worker; it answers each with `Told`. */
export type Order =
	/** A version that is complete is shown from now on. */
	| { order: 'activate'; name: string; version: string }
	/** No page of the version before is open any more. */
	| { order: 'sweep' }
	| { order: 'remove'; name: string }
	/** Looks what the server wants: the switch, and photos that must go. */
	| { order: 'contact' }
	/** A newer worker takes over. */
	| { order: 'take-over' };

export interface Told {
	/** The server has switched the worker off, and nothing is left of it. */
	isOff: boolean;
	/** Ids of photos that were taken out. */
	gone: string[];
	/** What was asked for could not be done. */
	isRefused?: true;
}
