import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Json, Operation, Outcome, Subject } from '../../../src/studio/contract/operations.ts';
import { Desk, type DeskOptions } from '../../../src/studio/files/desk.ts';
import { contentFolder } from '../../support/folder.ts';

export const exhibition = 'format: 1\ntitle: { en: A }\nlanguages: [en, tg, ru]\n';

/** A comment above each item, one by itself, one behind a value. */
export const road = `# yaml-language-server: $schema=../.exhibition/schema/gallery.json

title:
  en: The road   # as on the door
  tg: "Роҳ"

sections:
  - { id: leaving, title: { en: Leaving } }
  - { id: going, title: { en: 'Going' } }

# What hangs, in this order.
photos:
  # the first one
  - file: train.jpg
    section: leaving
    title: { en: Train }
    caption:
      en: >-
        A window, and behind it
        the steppe.
      tg: 'Тиреза'
    # checked with the family
    consent: { status: given, ref: C-1, scope: [web] } # until 2028

  # ---- later ----

  # the second one
  - file: bag.jpg
    caption: A bag
    keywords: [bag, hand]
  - text: { en: A wall text }
  - ref: shoes
  # the last one
  - file: tea.jpg # keep last
    alt: "Tea"
`;

export const room = `title: { en: Room }
photos:
  - file: shoes.jpg
    title: Shoes
`;

export const files = {
	'exhibition.yaml': exhibition,
	'road/gallery.yaml': road,
	'road/train.jpg': true,
	'road/bag.jpg': true,
	'road/tea.jpg': true,
	'room/gallery.yaml': room,
	'room/shoes.jpg': true,
	'yard/apple.jpg': true,
	'yard/pear.jpg': true,
	'stories/the-train.en.md': '---\ntitle: The train\n---\nIt goes.\n',
} as const;

export interface Studio {
	folder: string;
	desk: Desk;
	text(file: string): Promise<string>;
	change(...operations: Operation[]): Promise<Outcome>;
}

/** A desk on a folder of its own, closed when the test ends. */
export async function studio(
	more: Readonly<Record<string, string | Buffer | true>> = {},
	options: DeskOptions = {},
): Promise<Studio> {
	const folder = await contentFolder({ ...files, ...more });
	return deskOn(folder, options);
}

export async function deskOn(folder: string, options: DeskOptions = {}): Promise<Studio> {
	const desk = await Desk.open(folder, { patience: 100, ...options });
	onTestFinished(() => desk.close());
	return {
		folder,
		desk,
		text: (file) => readFile(join(folder, file), 'utf8'),
		change: (...operations) => desk.change({ title: 'A step', operations }),
	};
}

export function photo(id: string): Subject {
	return { kind: 'photo', photo: id };
}

export function set(of: Subject, path: string, was?: Json, value?: Json): Operation {
	return { do: 'set', of, path: path.split('/'), was, value };
}

export function move(keys: string[], before: string | null, section?: string | null): Operation {
	return { do: 'move', gallery: 'road', keys, before, ...(section !== undefined && { section }) };
}

/** Lines that only one of two texts has, with - and +. */
export function diff(before: string, after: string): string[] {
	const [a, b] = [before.split('\n'), after.split('\n')];
	const count = (lines: string[], line: string) => lines.filter((one) => one === line).length;
	const all = [...new Set([...a, ...b])];
	return all.flatMap((line) => {
		const more = count(b, line) - count(a, line);
		return Array.from({ length: Math.abs(more) }, () => (more > 0 ? `+${line}` : `-${line}`));
	});
}
