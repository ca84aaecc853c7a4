import type { Refused } from '../contract/server.ts';

/** Why a table is not taken, and what to do: said to the curator as it stands. */
export class TableFault extends Error implements Refused {
	constructor(
		readonly says: string,
		readonly remedy: string,
	) {
		super(`${says}: ${remedy}`);
		this.name = 'TableFault';
	}
}
