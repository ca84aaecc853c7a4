import type { Hanging, Section } from './model.ts';

type Photo = Extract<Hanging, { kind: 'photo' }>;
type WallText = Extract<Hanging, { kind: 'text' }>;

/** What stands under one another on a wall: photos of one row are justified together. */
export type Block =
	| { kind: 'section'; section: Section }
	| { kind: 'text'; text: WallText }
	| { kind: 'lead'; photo: Photo }
	| { kind: 'row'; photos: readonly Photo[] };

/**
 * Hanging order as blocks. A section's heading comes before the first thing that hangs in it; what
 * names no section stays in the one before it. Leads and wall texts end a row.
 */
export function hang(hangings: readonly Hanging[], sections: readonly Section[]): Block[] {
	const blocks: Block[] = [];
	let current: string | undefined;
	for (const hanging of hangings) {
		if (hanging.section !== undefined && hanging.section !== current) {
			current = hanging.section;
			const section = sections.find(({ id }) => id === current);
			if (section) blocks.push({ kind: 'section', section });
		}
		place(hanging, blocks);
	}
	return blocks;
}

function place(hanging: Hanging, blocks: Block[]): void {
	const last = blocks.at(-1);
	if (hanging.kind === 'text') blocks.push({ kind: 'text', text: hanging });
	else if (hanging.hang === 'lead') blocks.push({ kind: 'lead', photo: hanging });
	else if (last?.kind === 'row') {
		blocks[blocks.length - 1] = { kind: 'row', photos: [...last.photos, hanging] };
	} else blocks.push({ kind: 'row', photos: [hanging] });
}
