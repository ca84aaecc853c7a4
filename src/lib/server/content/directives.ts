import { suggestion } from './nearest.ts';
import { problem, type Problem } from './problems.ts';
import type { StoryRecord } from './record.ts';

/** What a story may name: by directive, the attribute that names it, and what kind of thing that is. */
const naming = {
	photo: ['id', 'photo'],
	gallery: ['id', 'gallery'],
	quote: ['by', 'person'],
} as const;

const directive = /^\s{0,3}::(photo|gallery|quote)(?:\[[^\]]*\])?\{([^}]*)\}/;
const fence = /^\s{0,3}(`{3,}|~{3,})/;

type Kind = (typeof naming)[keyof typeof naming][1];
type Known = Readonly<Record<Kind, readonly string[]>>;

/** What a story's text names, with the line of its file. */
export function directivesOf({
	body,
	origin,
}: StoryRecord): { kind: Kind; id: string; line: number }[] {
	const before = (origin.source?.text.split('\n').length ?? 0) + 1;
	let open: string | undefined;
	return body.split('\n').flatMap((text, index) => {
		const [, mark] = fence.exec(text) ?? [];
		if (mark && (open === undefined || mark.startsWith(open))) {
			open = open === undefined ? mark : undefined;
		}
		const [, name, attributes = ''] = (open === undefined && directive.exec(text)) || [];
		if (!isNaming(name)) return [];
		const [attribute, kind] = naming[name];
		const id = valueOf(attributes, attribute);
		return id === undefined ? [] : [{ kind, id, line: before + index + 1 }];
	});
}

/** Photos, galleries and people that a story's text names and that are not there, each at its line. */
export function deadDirectives(story: StoryRecord, known: Known): Problem[] {
	return directivesOf(story)
		.filter(({ kind, id }) => !known[kind].includes(id))
		.map(({ kind, id, line }) => {
			const remedy = suggestion(id, known[kind]);
			return problem(
				'error',
				story.file,
				{ line, column: 1 },
				`there is no ${kind} "${id}"`,
				remedy,
			);
		});
}

function isNaming(name: string | undefined): name is keyof typeof naming {
	return name !== undefined && Object.hasOwn(naming, name);
}

function valueOf(attributes: string, name: string): string | undefined {
	const pattern = new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`);
	return pattern
		.exec(attributes)
		?.slice(1)
		.find((value) => value !== undefined);
}
