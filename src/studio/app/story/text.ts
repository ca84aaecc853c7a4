import { matterIn, partsOf } from './matter.ts';

/** A new story, as it begins. */
export function begun(title: string): string {
	return `---\ntitle: ${JSON.stringify(title)}\nkind: story\nstatus: draft\n---\n\n`;
}

/** Between two paragraphs, where the cursor is. */
export function inserted(
	text: string,
	at: number,
	block: string,
): { text: string; cursor: number } {
	const before = text.slice(0, at).replace(/\n*$/, '');
	const after = text.slice(at).replace(/^\n*/, '');
	const head = before ? `${before}\n\n${block}` : block;
	return { text: `${head}\n\n${after}`, cursor: head.length + 2 };
}

export function photoBlock(id: string, size: 'column' | 'wide' | 'full'): string {
	return `::photo{id=${id} size=${size}}`;
}

/** The `title:` of its front matter. */
export function titleIn(text: string): string | undefined {
	return matterIn(partsOf(text).front ?? '')?.of(['title']) || undefined;
}
