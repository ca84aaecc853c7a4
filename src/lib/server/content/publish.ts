import { after, type Day } from './day.ts';
import type { Consent, PhotoEntry } from './schema/photo.ts';
import type { Path } from './source.ts';

export type Channel = 'web' | 'kiosk' | 'print' | 'social' | 'press';

/** What the exhibition asks of everything in it, on one day, for one way of showing. */
export interface Terms {
	day: Day;
	channel: Channel;
	consent: 'required' | 'optional';
	alt: 'required' | 'warn';
	/** ISO 8601 duration: so long after it was given ends a consent that has no end of its own. */
	expiry: string;
	/** Ids of people who are minors. */
	minors: ReadonlySet<string>;
}

/** What the decision looks at: of a photo or of a story (which has no alt text and no pixels). */
export interface Candidate {
	kind: 'photo' | 'story';
	published: boolean;
	hasAlt: boolean;
	people: readonly string[];
	covered: boolean;
	consent?: Consent;
	care?: PhotoEntry['care'];
	/** Several, because a gallery's days hold for its photos too. */
	publishAt: readonly Day[];
	unpublishAt: readonly Day[];
}

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
	/** Days later than `terms.day` on which the decision may be another. */
	due: readonly Day[];
}

/** Whether something is published, on a day and for a channel: the only place that decides it. */
export function decide(candidate: Candidate, terms: Terms): Decision {
	const consentEnd = endOfConsent(candidate.consent, terms);
	const ends = [...candidate.unpublishAt, ...(consentEnd ? [consentEnd] : [])].sort();
	const reasons = [
		...statusReasons(candidate),
		...dayReasons(candidate, terms),
		...consentReasons(candidate, terms, consentEnd),
		...personReasons(candidate, terms),
		...altReasons(candidate, terms),
	];
	const changes = [...candidate.publishAt, ...ends.map((end) => after(end, 'P1D'))];
	return {
		published: reasons.length === 0,
		reasons,
		concerns: concernsOf(candidate, terms),
		until: ends[0],
		due: [...new Set(changes.filter((day) => day > terms.day))].sort(),
	};
}

function statusReasons({ published }: Candidate): Reason[] {
	if (published) return [];
	return [held('it is a draft', 'set `status: published` when it is ready', 'status')];
}

function dayReasons({ publishAt, unpublishAt }: Candidate, { day }: Terms): Reason[] {
	const early = [...publishAt].sort().findLast((from) => from > day);
	const late = [...unpublishAt].sort().find((until) => until < day);
	return [
		...(early
			? [held(`its day, ${early}, has not come`, 'wait, or change `publish_at`', 'publish_at')]
			: []),
		...(late
			? [held(`its last day was ${late}`, 'change `unpublish_at` to show it again', 'unpublish_at')]
			: []),
	];
}

function consentReasons({ consent, kind }: Candidate, terms: Terms, end?: Day): Reason[] {
	const status = consent?.status ?? 'unknown';
	if (status === 'refused' || status === 'withdrawn') {
		return [
			held(
				`consent is ${status}`,
				'leave it out: remove the entry and the file',
				'consent',
				'status',
			),
		];
	}
	if (status === 'unknown') {
		const free = terms.consent === 'optional' || (kind === 'story' && !consent);
		const remedy =
			'record it as `consent: { status: given, … }`, or not_needed where no person is visible';
		return free ? [] : [held('consent is unknown', remedy, 'consent', 'status')];
	}
	if (status === 'not_needed') return [];
	const scope = consent?.scope ?? ['web', 'kiosk'];
	const outside = !scope.includes(terms.channel);
	return [
		...(outside
			? [
					held(
						`consent does not reach ${terms.channel}`,
						`ask the person before adding ${terms.channel} to \`scope\``,
						'consent',
						'scope',
					),
				]
			: []),
		...(end && end < terms.day
			? [
					held(
						`consent ended on ${end}`,
						'ask the person again and write the new day',
						'consent',
						'expires_on',
					),
				]
			: []),
	];
}

function personReasons({ people, consent, care, covered }: Candidate, { minors }: Terms): Reason[] {
	const unrecognisable = covered || consent?.identifiable === 'no';
	const unchecked = consent?.identifiable === 'no' && !covered && !care;
	const minor = people.some((id) => minors.has(id));
	return [
		...(minor && consent?.guardian !== true
			? [
					held(
						'a minor is shown without a guardian’s consent',
						'ask the guardian, then set `guardian: true`',
						'consent',
						'guardian',
					),
				]
			: []),
		...(minor && !unrecognisable
			? [
					held(
						'a minor may be recognised',
						'cover the person under `redact`, or set `identifiable: no`',
						'consent',
						'identifiable',
					),
				]
			: []),
		...(unchecked && people.length > 0
			? [
					held(
						`\`identifiable: no\` was not checked, and a person is listed`,
						checkIt,
						'consent',
						'identifiable',
					),
				]
			: []),
	];
}

function altReasons({ kind, hasAlt }: Candidate, { alt }: Terms): Reason[] {
	if (kind === 'story' || hasAlt || alt === 'warn') return [];
	return [held('its alt text is missing', describeIt, 'alt')];
}

function concernsOf(candidate: Candidate, terms: Terms): Reason[] {
	const { consent, people, covered, care, kind, hasAlt } = candidate;
	const unchecked = consent?.identifiable === 'no' && !covered && !care && people.length === 0;
	const given = consent?.status === 'given';
	return [
		...(unchecked
			? [held('`identifiable: no` was not checked', checkIt, 'consent', 'identifiable')]
			: []),
		...(given && !consent.scope
			? [
					held(
						'consent has no `scope`: it is taken to reach web and kiosk',
						'write what the person agreed to, such as `scope: [web, kiosk]`',
						'consent',
					),
				]
			: []),
		...(given && !consent.given_on && !consent.expires_on
			? [
					held(
						'consent has no day, so it never ends',
						'write `given_on:` or `expires_on:`',
						'consent',
					),
				]
			: []),
		...(kind === 'photo' && !hasAlt && terms.alt === 'warn'
			? [held('its alt text is missing', describeIt, 'alt')]
			: []),
	];
}

const checkIt = 'have someone look at face, clothing and signs, and record it under `care:`';
const describeIt = 'write under `alt:` what is to be seen, for those who cannot see it';

/** The last day of a consent: its own, or so long after it was given as the exhibition allows. */
function endOfConsent(consent: Consent | undefined, { expiry }: Terms): Day | undefined {
	if (consent?.status !== 'given') return undefined;
	return consent.expires_on ?? (consent.given_on && after(consent.given_on, expiry));
}

function held(reason: string, remedy: string, ...path: string[]): Reason {
	return { reason, remedy, path };
}
