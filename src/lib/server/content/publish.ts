import { after, type Day } from './day.ts';
import type { Candidate, Terms } from './terms.ts';
import { endOfConsent, rules, type Rule } from './rules.ts';
import type { Path } from './source.ts';

export interface Reason {
	reason: string;
	remedy: string;
	/** The key that says so, from the entry. */
	path: Path;
}

export interface Decision {
	published: boolean;
	/** Why it is held back; empty when published. */
	reasons: readonly Reason[];
	/** What deserves a look although it does not hold it back. */
	concerns: readonly Reason[];
	/** The last day on which it may be shown. */
	until?: Day;
	/** Days later than `terms.day` on which it turns. */
	due: readonly Day[];
}

/** Whether something is published, on a day and for a channel: the only place that decides it. */
export function decide(candidate: Candidate, terms: Terms): Decision {
	const consentEnd = endOfConsent(candidate.consent, terms);
	const ends = [...candidate.unpublishAt, ...(consentEnd ? [consentEnd] : [])].sort();
	const changes = [...candidate.publishAt, ...ends.map((end) => after(end, 'P1D'))];
	const reasons = apply('held', candidate, terms);
	return {
		published: reasons.length === 0,
		reasons,
		concerns: apply('concern', candidate, terms),
		until: ends[0],
		due: changes.length > 0 ? [...new Set(changes)].sort().filter(isTurn(candidate, terms)) : [],
	};
}

/** Of days in order: is the decision another on this one than before? */
function isTurn(candidate: Candidate, terms: Terms): (day: Day) => boolean {
	const isPublished = (day: Day) => apply('held', candidate, { ...terms, day }).length === 0;
	let last = isPublished(terms.day);
	return (day) => {
		const before = last;
		if (day > terms.day) last = isPublished(day);
		return last !== before;
	};
}

function apply(level: Rule['level'], candidate: Candidate, terms: Terms): Reason[] {
	return rules.flatMap((rule) => (rule.level === level ? found(rule, candidate, terms) : []));
}

function found({ when, path, remedy }: Rule, candidate: Candidate, terms: Terms): Reason[] {
	const reason = when(candidate, terms);
	return reason ? [{ reason, remedy, path }] : [];
}
