/** What a command will not do, said in a sentence: printed without a stack, with its exit code. */
export class Refusal extends Error {
	constructor(
		message: string,
		readonly remedy: string,
		/** 1: it cannot be done now; 2: wrong use. */
		readonly exitCode: 1 | 2,
	) {
		super(message);
		this.name = 'Refusal';
	}
}
