import { StudioRefusal } from './studio-refusal.ts';

/** What was spliced does not say what it should: nothing of it is written. */
export class Unproved extends StudioRefusal {
	constructor(
		file: string,
		readonly text: string,
	) {
		super(
			`${file} is written in a way in which this cannot be changed safely, so it stays as it is.`,
			'open the file in a text editor and make the change there',
			file,
		);
	}
}
