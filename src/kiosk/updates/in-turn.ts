export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs what it is given one after another, in the order of the calls. */
export function inTurn(): Turn {
	let last: Promise<unknown> = Promise.resolve();
	return (work) => {
		const mine = last.then(work, work);
		last = mine.catch(() => undefined);
		return mine;
	};
}
