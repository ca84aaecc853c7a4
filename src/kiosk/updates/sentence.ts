import { Refusal } from '../../vite/refusal.ts';
import { systemRefusal } from '../../vite/system-error.ts';

/** What went wrong, for the staff's menu and the health file: no stack, no code. */
export function sentenceOf(error: unknown): string {
	const known = systemRefusal(error) ?? error;
	if (known instanceof Refusal) return `${known.message}: ${known.remedy}`;
	return `something is wrong with kioskd itself: ${(error as Error).message}`;
}
