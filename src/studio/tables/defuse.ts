/** A cell that begins so is run as a formula by some spreadsheet (OWASP, "CSV Injection"). */
const live = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** An apostrophe in front makes it a text. It is put before what has one already, too: {@link restored} takes one away. */
export function defused(cell: string): string {
	return live.test(cell) ? `'${cell}` : cell;
}

/** What {@link defused} was given. */
export function restored(cell: string): string {
	return cell.startsWith("'") && live.test(cell) ? cell.slice(1) : cell;
}
