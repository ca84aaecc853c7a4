import { after, type Day } from './day.ts';
import type { Candidate, Terms } from './terms.ts';
import type { Consent } from './schema/photo.ts';
import type { Path } from './source.ts';

/** One rule of what may be shown. */
export interface Rule {
	/** `held` keeps it back; `concern` only asks for a look. */
	level: 'held' | 'concern';
	/** What is wrong, in words; undefined where the rule has nothing to say. */
	when(candidate: Candidate, terms: Terms): string | undefined | false;
	remedy: string;
	/** The key, from the entry, that says so. */
	path: Path;
}

const describeIt = 'write under `alt:` what is to be seen, for those who cannot see it';
const checkIt = 'have someone look at face, clothing and signs, and record it under `care:`';

/** Every rule, in the order in which reasons are told. The sources are the guidelines in `protection.md`. */
export const rules: readonly Rule[] = [
	{
		level: 'held',
		when: ({ published }) => !published && 'it is a draft',
		remedy: 'set `status: published` when it is ready',
		path: ['status'],
	},
	{
		level: 'held',
		when({ publishAt }, { day }) {
			const from = [...publishAt].sort().findLast((one) => one > day);
			return from && `its day, ${from}, has not come`;
		},
		remedy: 'wait, or change `publish_at`',
		path: ['publish_at'],
	},
	{
		level: 'held',
		when({ unpublishAt }, { day }) {
			const until = [...unpublishAt].sort().find((one) => one < day);
			return until && `its last day was ${until}`;
		},
		remedy: 'change `unpublish_at` to show it again',
		path: ['unpublish_at'],
	},
	{
		level: 'held',
		when: ({ consent }) => consent?.status === 'refused' && 'consent is refused',
		remedy: 'leave it out: remove the entry and the file',
		path: ['consent', 'status'],
	},
	{
		level: 'held',
		when: ({ consent }) => consent?.status === 'withdrawn' && 'consent is withdrawn',
		remedy: 'keep the entry: its address says so; `photos:withdraw --erase` removes the file',
		path: ['consent', 'status'],
	},
	{
		level: 'held',
		when: (candidate, terms) => isUnasked(candidate, terms) && 'consent is unknown',
		remedy:
			'record it as `consent: { status: given, … }`, or not_needed where no person is visible',
		path: ['consent', 'status'],
	},
	{
		level: 'held',
		when: ({ consent }, { channel }) =>
			!reaches(consent, channel) && `consent does not reach ${channel}`,
		remedy: 'ask the person, then add it to `scope`',
		path: ['consent', 'scope'],
	},
	{
		level: 'held',
		when({ consent }, terms) {
			const end = endOfConsent(consent, terms);
			return end && end < terms.day && `consent ended on ${end}`;
		},
		remedy: 'ask the person again and write the new day',
		path: ['consent', 'expires_on'],
	},
	{
		level: 'held',
		when: (candidate, terms) =>
			showsMinor(candidate, terms) &&
			candidate.consent?.guardian !== true &&
			'a minor is shown without a guardian’s consent',
		remedy: 'ask the guardian, then set `guardian: true`',
		path: ['consent', 'guardian'],
	},
	{
		level: 'held',
		when: (candidate, terms) =>
			showsMinor(candidate, terms) &&
			!candidate.covered &&
			candidate.consent?.identifiable !== 'no' &&
			'a minor may be recognised',
		remedy: 'cover the person under `redact`, or set `identifiable: no`',
		path: ['consent', 'identifiable'],
	},
	{
		level: 'held',
		when: (candidate) =>
			isUnchecked(candidate) &&
			candidate.people.length > 0 &&
			'`identifiable: no` was not checked, and a person is listed',
		remedy: checkIt,
		path: ['consent', 'identifiable'],
	},
	{
		level: 'held',
		when: ({ hasAlt }, { alt }) => !hasAlt && alt === 'required' && 'its alt text is missing',
		remedy: describeIt,
		path: ['alt'],
	},
	{
		level: 'held',
		when: ({ isNoted }, { leavesNoted }) =>
			leavesNoted && isNoted && 'this kiosk leaves out what has a content note',
		remedy: 'set `content_notes: cover` under `kiosk:` to show it behind its note',
		path: ['warnings'],
	},
	{
		level: 'concern',
		when: (candidate) =>
			isUnchecked(candidate) &&
			candidate.people.length === 0 &&
			'`identifiable: no` was not checked',
		remedy: checkIt,
		path: ['consent', 'identifiable'],
	},
	{
		level: 'concern',
		when: ({ consent }) =>
			consent?.status === 'given' &&
			!consent.scope &&
			'consent has no `scope`: it is taken to reach web and kiosk',
		remedy: 'write what the person agreed to, such as `scope: [web, kiosk]`',
		path: ['consent'],
	},
	{
		level: 'concern',
		when: ({ consent }) =>
			consent?.status === 'given' &&
			!consent.given_on &&
			!consent.expires_on &&
			'consent has no day, so it never ends',
		remedy: 'write `given_on:` or `expires_on:`',
		path: ['consent'],
	},
	{
		level: 'concern',
		when: ({ hasAlt }, { alt }) => !hasAlt && alt === 'warn' && 'its alt text is missing',
		remedy: describeIt,
		path: ['alt'],
	},
];

/** Does a consent that was given reach so far? Where no person was asked, there is nothing to reach beyond. */
export function reaches(consent: Consent | undefined, channel: Terms['channel']): boolean {
	if (consent?.status !== 'given') return true;
	return (consent.scope ?? ['web', 'kiosk']).includes(channel);
}

/** A story without an entry speaks of nobody in particular: only a photo must have one. */
function isUnasked({ kind, consent }: Candidate, terms: Terms): boolean {
	const unknown = (consent?.status ?? 'unknown') === 'unknown';
	return unknown && terms.consent === 'required' && (kind === 'photo' || consent !== undefined);
}

function showsMinor({ people }: Candidate, { minors }: Terms): boolean {
	return people.some((id) => minors.has(id));
}

function isUnchecked({ consent, care, covered }: Candidate): boolean {
	return consent?.identifiable === 'no' && !covered && !care;
}

/** The last day of a consent: its own, or so long after it was given as the exhibition allows. */
export function endOfConsent(
	consent: Consent | undefined,
	{ expiry }: Pick<Terms, 'expiry'>,
): Day | undefined {
	if (consent?.status !== 'given') return undefined;
	return consent.expires_on ?? (consent.given_on && after(consent.given_on, expiry));
}
