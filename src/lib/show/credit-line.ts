import type { ShownPhoto } from './photo.ts';

/**
 * What is written under a picture that is used elsewhere: title, credit, rights, licence, address, each
 * said once. Undefined where it may not be used elsewhere.
 *
 * @param address of its page, whole
 */
export function creditLine(
	{ title, credit, copyright, licence, reuse }: ShownPhoto,
	address: string,
): string | undefined {
	if (reuse === 'here') return undefined;
	const texts = [title, ...credit, copyright].flatMap((words) => words?.text.trim() || []);
	const parts = [...new Set(texts)].map((text) => (/[.!?…؟]$/.test(text) ? text : `${text}.`));
	return [...parts, licence?.url, address].filter(Boolean).join(' ');
}
