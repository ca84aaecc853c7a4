import type { Content, StoryRecord } from '../../../lib/server/content/record.ts';
import { groupBy } from '../../../lib/server/content/tree.ts';
import type { Item } from './item.ts';

/** A cell of a spreadsheet holds 32,767 characters, and nobody reads so many in one. */
const most = 12_000;

/** Title, summary and body of each, the body in as many parts as it needs. */
export function storyItems({ stories }: Content): Item[] {
	return [...groupBy(stories, ({ id }) => id)].flatMap(([story, versions]) => {
		const parts = versions.map((one) => [one.lang, partsOf(one)] as const);
		const names = [...new Set(parts.flatMap(([, texts]) => Object.keys(texts)))];
		return names.map((part): Item => {
			const told = parts.flatMap(([lang, texts]) => {
				const text = texts[part];
				return text ? [[lang, text] as const] : [];
			});
			return {
				key: `stories/${story}/${part}`,
				ledger: `stories/${story}`,
				place: `story ${story} · ${part}`,
				texts: Object.fromEntries(told),
				home: { kind: 'story', story, part },
			};
		});
	});
}

export type Parts = Readonly<Record<string, string | undefined>>;

export function partsOf({ matter, body }: Pick<StoryRecord, 'matter' | 'body'>): Parts {
	const bodies = divided(body.trim()).map((text, index) => [`body ${index + 1}`, text] as const);
	return { title: matter.title, summary: matter.summary, ...Object.fromEntries(bodies) };
}

/** The parts of a body as one again. */
export function bodyOf(parts: Parts): string {
	const bodies = Object.keys(parts).filter((part) => part.startsWith('body '));
	const inOrder = bodies.sort((a, b) => Number(a.slice(5)) - Number(b.slice(5)));
	return `${inOrder.flatMap((part) => parts[part] ?? []).join('\n\n')}\n`;
}

/** Between paragraphs. */
function divided(body: string): string[] {
	const parts: string[] = [];
	for (const paragraph of body.split(/\n(?:[ \t]*\n)+/)) {
		const last = parts.at(-1);
		const isFull = last === undefined || last.length + paragraph.length > most;
		if (isFull) parts.push(paragraph);
		else parts[parts.length - 1] = `${last}\n\n${paragraph}`;
	}
	return parts.filter((part) => part !== '');
}
