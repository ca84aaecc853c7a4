/** Does all of it, one after another, whatever becomes of the others. Returns what went wrong. */
export async function failures(steps: readonly (() => Promise<void>)[]): Promise<unknown[]> {
	const errors: unknown[] = [];
	for (const step of steps) await step().catch((error: unknown) => errors.push(error));
	return errors;
}
