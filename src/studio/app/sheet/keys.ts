import type { Sheet } from './sheet.svelte.ts';

const rowsOfPage = 8;

/** What the keyboard does in the table. Returns whether the key meant something. */
export function press(event: KeyboardEvent, sheet: Sheet): boolean {
	return sheet.isEditing ? pressInCell(event, sheet) : pressOnCell(event, sheet);
}

function pressOnCell(event: KeyboardEvent, sheet: Sheet): boolean {
	const { row, column } = sheet.active;
	const { key } = event;
	if (event.altKey || event.metaKey) return false;
	if (event.ctrlKey) return key === 'Home' || key === 'End' ? go(sheet, ends(sheet, key)) : false;
	if (key === 'Enter' || key === 'F2') return edit(sheet);
	if (key === 'Tab') return tab(sheet, event.shiftKey);
	if (key === 'Delete' || key === 'Backspace') return write(sheet, '');
	const ahead = document.documentElement.dir === 'rtl' ? -1 : 1;
	const towards: Record<string, [number, number]> = {
		ArrowUp: [row - 1, column],
		ArrowDown: [row + 1, column],
		ArrowLeft: [row, column - ahead],
		ArrowRight: [row, column + ahead],
		PageUp: [row - rowsOfPage, column],
		PageDown: [row + rowsOfPage, column],
		Home: [row, 0],
		End: [row, Infinity],
	};
	if (towards[key]) return go(sheet, towards[key]);
	// A letter begins the text anew, as in every spreadsheet.
	return key.length === 1 && key !== ' ' ? write(sheet, '') && edit(sheet, false) : false;
}

function pressInCell({ key, shiftKey, altKey }: KeyboardEvent, sheet: Sheet): boolean {
	const { row, column } = sheet.active;
	if (key === 'Escape') sheet.isEditing = false;
	else if (key === 'Enter' && !shiftKey && !altKey) go(sheet, [row + 1, column]);
	else if (key === 'Tab') return tab(sheet, shiftKey);
	else return false;
	return true;
}

function go(sheet: Sheet, [row, column]: readonly [number, number]): true {
	sheet.isEditing = false;
	sheet.go(row, column);
	return true;
}

function ends(sheet: Sheet, key: string): [number, number] {
	return key === 'Home' ? [0, 0] : [sheet.photos.length - 1, sheet.columns.length - 1];
}

/** Over the end of a row into the next one; out of the table at its ends, so that nobody is caught. */
function tab(sheet: Sheet, isBack: boolean): boolean {
	const { row, column } = sheet.active;
	const next = column + (isBack ? -1 : 1);
	if (next >= 0 && next < sheet.columns.length) return go(sheet, [row, next]);
	const to = row + (isBack ? -1 : 1);
	if (to < 0 || to >= sheet.photos.length) return false;
	return go(sheet, [to, isBack ? sheet.columns.length - 1 : 0]);
}

/** @returns whether the key is done with: a letter still has to come into the text */
function edit(sheet: Sheet, isDone = true): boolean {
	sheet.isEditing = true;
	return isDone;
}

function write(sheet: Sheet, value: string): true {
	const [photo, column] = [sheet.photos[sheet.active.row], sheet.columns[sheet.active.column]];
	if (photo && column) sheet.type({ photo, column, value });
	return true;
}
