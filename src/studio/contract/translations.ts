/** What translators' workbooks change, text by text, before anything of it is written. */
export interface Translated {
	/** Texts that change: what it was, what it will be. */
	differences: readonly { place: string; language: string; was?: string; value: string }[];
	/** One text, several answers: of two translators, or of one and of who changed it here. Not taken. */
	disputed: readonly {
		place: string;
		language: string;
		answers: readonly string[];
		now?: string;
	}[];
	/** What nobody asks for any more: where it stands in the file. */
	unknown: readonly string[];
	/** Sentences on what was left out, as a story without its title. */
	left: readonly string[];
	/** Sentences that forbid the import. */
	refused: readonly string[];
	/** Older translations whose readers say that they still hold. */
	confirmed: number;
}
