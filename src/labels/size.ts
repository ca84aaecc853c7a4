import type { Label } from './label.ts';

/** How large the words of a label are set; undefined where they do not find room at any size. */
export type Size = 'large' | 'medium' | 'small';

/** Millimetres of the part of a label that holds words. */
const width = 130;
const height = 60;
const gap = 6;
/** Of a line, where the next word finds no room any more. */
const slack = 4;

/** In millimetres: mean advance of a letter and height of a line, of title and caption. */
const settings: Readonly<Record<Size, { title: Type; caption: Type }>> = {
	large: { title: { advance: 3.2, line: 7.2 }, caption: { advance: 1.72, line: 5.5 } },
	medium: { title: { advance: 2.45, line: 5.6 }, caption: { advance: 1.4, line: 4.5 } },
	small: { title: { advance: 2.1, line: 4.7 }, caption: { advance: 1.15, line: 3.7 } },
};

interface Type {
	advance: number;
	line: number;
}

/** The largest size at which the words of a label find room. */
export function sizeOf({ blocks }: Pick<Label, 'blocks'>): Size | undefined {
	return (['large', 'medium', 'small'] as const).find((size) => heightOf(blocks, size) <= height);
}

/** Of the labels of one wall: none is set larger than its neighbours for having less to say. */
export function sizesOf(labels: readonly Label[]): Size[] {
	const sizes = labels.map((label) => sizeOf(label) ?? 'small');
	const largest = sizes.every((size) => size === 'large') ? 'large' : 'medium';
	return sizes.map((size) => (size === 'large' ? largest : size));
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
		text ? Math.ceil((text.length * type.advance) / (measure - slack)) * type.line : 0;
	const heights = blocks.map(
		(block) =>
			2 + lines(block.title, title) + lines([block.caption, ...block.notes].join(' '), caption),
	);
	const rows = Array.from({ length: Math.ceil(heights.length / columns) }, (_, row) =>
		Math.max(...heights.slice(row * columns, (row + 1) * columns)),
	);
	return rows.reduce((sum, row) => sum + row, 0);
}
