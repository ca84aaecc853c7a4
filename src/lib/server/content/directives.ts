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

type Known = Readonly<Record<'photo' | 'gallery' | 'person', readonly string[]>>;

/** Photos, galleries and people that a story's text names and that are not there, each at its line. */
export function deadDirectives({ file, body, origin }: StoryRecord, known: Known): Problem[] {
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
		if (id === undefined || known[kind].includes(id)) return [];
		const at = { line: before + index + 1, column: 1 };
		return [problem('error', file, at, `there is no ${kind} "${id}"`, suggestion(id, known[kind]))];
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
