/**
 * A cell that begins so is run as a formula by some spreadsheet (OWASP, "CSV Injection"); what follows is taken for a
 * number or a day, and comes back as another one: 007 as 7, 3/4 as the third of April.
 */
const live = /^'*(?:[=+\-@\t\r\n＝＋－＠]|0\d+$|\d+[.,:/-][\d.,:/ -]*$)/;

/** An apostrophe in front makes it a text. It is put before what has one already, too: {@link restored} takes one away. */
export function defused(cell: string): string {
	return live.test(cell) ? `'${cell}` : cell;
}

/** What {@link defused} was given. */
export function restored(cell: string): string {
	return cell.startsWith("'") && live.test(cell) ? cell.slice(1) : cell;
}
