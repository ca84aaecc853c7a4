/** Cells as a spreadsheet copies them: tabs and line breaks; what holds either is in quotation marks, doubled within. */
export function cellsOf(text: string): string[][] {
	const rows: string[][] = [[]];
	let cell = '';
	let isQuoted = false;
	const end = () => {
		rows.at(-1)?.push(cell);
		cell = '';
	};
	for (let at = 0; at < text.length; at += 1) {
		const sign = text[at]!;
		if (isQuoted) {
			if (sign !== '"') cell += sign;
			else if (text[at + 1] === '"') cell += text[(at += 1)];
			else isQuoted = false;
		} else if (sign === '"' && cell === '') isQuoted = true;
		else if (sign === '\t') end();
		else if (sign === '\n') {
			end();
			rows.push([]);
		} else if (sign !== '\r') cell += sign;
	}
	end();
	// The last line ends with a break as well.
	return rows.at(-1)?.join('') === '' && rows.length > 1 ? rows.slice(0, -1) : rows;
}
