import { isCollection, isScalar, visit, type Document, type Node, type YAMLError } from 'yaml';

export interface SyntaxFault {
	offset: number;
	message: string;
	remedy: string;
}

const lookAround =
	'look at this line and the one before it for a missing quotation mark, colon, bracket or indentation';

/** What the parser's codes mean to somebody who does not know YAML. */
const sentences: Partial<Record<YAMLError['code'], [says: string, remedy: string]>> = {
	DUPLICATE_KEY: ['a key is there twice in one group', 'keep one of the two lines'],
	TAB_AS_INDENT: ['the line begins with a tab', 'indent it with spaces'],
	BAD_INDENT: ['the indentation does not fit', 'line it up with its neighbours'],
	MULTILINE_IMPLICIT_KEY: [
		'this line runs on into the next',
		'is a colon missing after the key, or the indentation wrong?',
	],
	BLOCK_AS_IMPLICIT_KEY: [
		'there are two keys in one line',
		'put a text that holds a colon in quotation marks, or mend the indentation',
	],
	MISSING_CHAR: ['something is missing here', lookAround],
};

/**
 * The errors of a document that could not be parsed, in order: keys that stand there twice, up to
 * the first error that loses the thread; what comes after that follows from it.
 */
export function syntaxErrors(document: Document, text: string): SyntaxFault[] {
	const faults = document.errors
		.map((error) => ({ error, offset: opening(document, error.pos[0]) ?? error.pos[0] }))
		.sort((a, b) => a.offset - b.offset);
	const first = faults.findIndex(({ error }) => error.code !== 'DUPLICATE_KEY');
	const told = first < 0 ? faults : faults.slice(0, first + 1);
	return told.map(({ error, offset }) => ({ offset, ...explain(error, text[offset]) }));
}

function explain(error: YAMLError, opened: string | undefined): Omit<SyntaxFault, 'offset'> {
	const isOpen = /Missing closing|must end with|expected.*[\]}]/i.test(error.message);
	const known = sentences[error.code];
	const [says, remedy] =
		isOpen && opened && /["'[{]/.test(opened)
			? [`what is opened here by ${opened} is not closed`, 'close the quotation mark or bracket']
			: (known ?? [error.message, lookAround]);
	return { message: `not readable as YAML: ${says}`, remedy };
}

/**
 * Where a quotation mark or bracket was opened that is still open at an error: that line wants
 * mending, not the end of the file where the parser gave up.
 */
function opening(document: Document, offset: number): number | undefined {
	let found: number | undefined;
	const look = (_key: unknown, node: Node) => {
		const [begin, , end] = node.range ?? [];
		const opened = isScalar(node)
			? /^QUOTE/.test(node.type ?? '')
			: isCollection(node) && node.flow;
		const isAround = begin !== undefined && end !== undefined && begin < offset && offset <= end;
		if (opened && isAround) found ??= begin;
	};
	visit(document, { Scalar: look, Collection: look });
	return found;
}
