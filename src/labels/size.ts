import type { Label } from './label.ts';

/** How large the words of a label are set; undefined where they do not find room at any size. */
export type Size = 'large' | 'medium' | 'small';

/** Millimetres of the part of a label that holds words. */
const width = 130;
const height = 60;
const gap = 6;

/** In millimetres: mean advance of a letter and height of a line, of title and caption. */
const settings: Readonly<Record<Size, { title: Type; caption: Type }>> = {
	large: { title: { advance: 3.3, line: 7.2 }, caption: { advance: 1.8, line: 5.6 } },
	medium: { title: { advance: 2.5, line: 5.6 }, caption: { advance: 1.45, line: 4.6 } },
	small: { title: { advance: 2.1, line: 4.7 }, caption: { advance: 1.2, line: 3.8 } },
};

interface Type {
	advance: number;
	line: number;
}

/** The largest size at which the words of a label find room. */
export function sizeOf({ blocks }: Pick<Label, 'blocks'>): Size | undefined {
	return (['large', 'medium', 'small'] as const).find((size) => heightOf(blocks, size) <= height);
}

/** Up to two languages stand below one another, three and four in two columns. */
export function columnsOf({ blocks }: Pick<Label, 'blocks'>): 1 | 2 {
	return blocks.length > 2 ? 2 : 1;
}

function heightOf(blocks: Label['blocks'], size: Size): number {
	const columns = columnsOf({ blocks });
	const measure = (width - (columns - 1) * gap) / columns;
	const { title, caption } = settings[size];
	const lines = (text: string | undefined, type: Type) =>
		// A tenth of a line stays empty, where a word does not fit any more.
		text ? Math.ceil((text.length * type.advance * 1.1) / measure) * type.line : 0;
	const heights = blocks.map(
		(block) =>
			2 + lines(block.title, title) + lines([block.caption, ...block.notes].join(' '), caption),
	);
	const rows = Array.from({ length: Math.ceil(heights.length / columns) }, (_, row) =>
		Math.max(...heights.slice(row * columns, (row + 1) * columns)),
	);
	return rows.reduce((sum, row) => sum + row, 0);
}
