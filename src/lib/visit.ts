/** What a visitor has chosen to see in spite of a content note, until the tab is closed. */
const key = 'nigoh-shown';

/** Browsers may keep their storage to themselves: then it is asked again on each page. */
function shown(): string[] {
	try {
		return JSON.parse(sessionStorage.getItem(key) ?? '[]') as string[];
	} catch {
		return [];
	}
}

export function wasShown(id: string): boolean {
	return shown().includes(id);
}

export function noteShown(id: string): void {
	try {
		sessionStorage.setItem(key, JSON.stringify([...new Set([...shown(), id])]));
	} catch {
		return;
	}
}

/** Whether the last day on which something may be shown is over where the visitor is. */
export function isOver(until: string | undefined, now = new Date()): boolean {
	if (until === undefined) return false;
	const pad = (part: number) => String(part).padStart(2, '0');
	return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}` > until;
}
