import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { linesBefore, treeOf } from './markdown.ts';
import { suggestion } from './nearest.ts';
import { problem, type Problem } from './problems.ts';
import type { StoryRecord } from './record.ts';

/** What a story may name: by directive, the attribute that names it, and what kind of thing that is. */
const naming = {
	photo: ['id', 'photo'],
	gallery: ['id', 'gallery'],
	quote: ['by', 'person'],
} as const;

type Name = keyof typeof naming;
type Kind = (typeof naming)[Name][1];
type Known = Readonly<Record<Kind, readonly string[]>>;

/** A directive on a line of its own. */
export interface Directive {
	name: string;
	attributes: Readonly<Record<string, string | null | undefined>>;
	/** What stands in its brackets. */
	text: string;
	line: number;
	/** Not within a list, a quotation or the like. */
	isTop: boolean;
}

/** Every directive of a story's text, with the line of its file. */
function allDirectives(story: StoryRecord): Directive[] {
	const before = linesBefore(story);
	const found: Directive[] = [];
	visit(treeOf(story), (node: Nodes, _, parent) => {
		if (node.type !== 'leafDirective' && node.type !== 'containerDirective') return;
		const { name, attributes } = node;
		const line = before + (node.position?.start.line ?? 1);
		const isTop = parent?.type === 'root' && node.type === 'leafDirective';
		found.push({ name, attributes: attributes ?? {}, text: toString(node), line, isTop });
	});
	return found;
}

/** What a story's text names. */
export function directivesOf(story: StoryRecord): { kind: Kind; id: string; line: number }[] {
	return allDirectives(story).flatMap(({ name, attributes, line }) => {
		if (!isNaming(name)) return [];
		const [attribute, kind] = naming[name];
		const id = attributes[attribute];
		return id ? [{ kind, id, line }] : [];
	});
}

/** Photos, galleries and people that a story's text names and that are not there, each at its line. */
export function deadDirectives(story: StoryRecord, ids: Known): Problem[] {
	return directivesOf(story)
		.filter(({ kind, id }) => !ids[kind].includes(id))
		.map(({ kind, id, line }) => {
			const remedy = suggestion(id, ids[kind]);
			return problem(
				'error',
				story.file,
				{ line, column: 1 },
				`there is no ${kind} "${id}"`,
				remedy,
			);
		});
}

/** Directives that nobody knows, that lack what they need, or that stand where they cannot be shown. */
export function faultyDirectives(story: StoryRecord): Problem[] {
	return allDirectives(story).flatMap((directive) => {
		const [message, remedy] = faultOf(directive) ?? [];
		if (!message || !remedy) return [];
		return [problem('error', story.file, { line: directive.line, column: 1 }, message, remedy)];
	});
}

const sizes = ['column', 'wide', 'full'];

function faultOf({ name, attributes, text, isTop }: Directive): [string, string] | undefined {
	if (!isNaming(name)) {
		return [`there is no directive "${name}"`, suggestion(name, Object.keys(naming))];
	}
	if (!isTop) return [`"::${name}" stands within something else`, 'give it a line of its own'];
	if (name === 'quote') {
		return text ? undefined : ['the quotation is empty', 'write ::quote[What was said]'];
	}
	if (!attributes.id) return [`"::${name}" names nothing`, `write ::${name}{id=…}`];
	const { size } = attributes;
	if (!size || sizes.includes(size)) return undefined;
	return [`there is no size "${size}"`, `write one of ${sizes.join(', ')}`];
}

function isNaming(name: string): name is Name {
	return Object.hasOwn(naming, name);
}
