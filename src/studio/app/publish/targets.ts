import type { Target } from '../../contract/publish.ts';

export const kinds = ['folder', 'zip', 'sftp', 'git', 'kiosk'] as const;
export type TargetKind = (typeof kinds)[number];

/** What is asked for each kind, in order; the first are needed. */
export const asked = {
	folder: ['path'],
	zip: ['path'],
	kiosk: ['path'],
	sftp: ['host', 'user', 'path', 'port', 'key'],
	git: ['repository', 'branch'],
} as const;
export type Asked = (typeof asked)[TargetKind][number];
const optional: readonly Asked[] = ['port', 'key'];

/** What was filled in as a target; undefined while something is missing. */
export function targetOf(
	kind: TargetKind,
	given: Readonly<Partial<Record<Asked, string>>>,
): Target | undefined {
	const fields = asked[kind].map((name) => [name, given[name]?.trim() ?? ''] as const);
	if (fields.some(([name, text]) => !text && !optional.includes(name))) return undefined;
	const filled = fields.filter(([, text]) => text);
	const values = filled.map(([name, text]) => [name, name === 'port' ? Number(text) : text]);
	return { kind, ...Object.fromEntries(values) } as Target;
}

/** How a curator knows it again. */
export function placeOf(target: Target): string {
	if (target.kind === 'sftp') return `${target.user}@${target.host}:${target.path}`;
	if (target.kind === 'git') return `${target.repository} (${target.branch})`;
	return target.path;
}
