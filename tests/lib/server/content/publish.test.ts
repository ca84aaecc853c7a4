import { describe, expect, it } from 'vitest';
import type { Consent } from '../../../../src/lib/server/content/schema/photo.ts';
import { decide } from '../../../../src/lib/server/content/publish.ts';
import type { Candidate, Terms } from '../../../../src/lib/server/content/terms.ts';

const terms: Terms = {
	day: '2026-11-24',
	channel: 'web',
	consent: 'required',
	alt: 'required',
	expiry: 'P3Y',
	leavesNoted: false,
	minors: new Set(['child']),
};
const photo: Candidate = {
	kind: 'photo',
	published: true,
	hasAlt: true,
	people: [],
	covered: false,
	isNoted: false,
	consent: { status: 'not_needed' },
	publishAt: [],
	unpublishAt: [],
};
const given: Consent = { status: 'given', scope: ['web'], given_on: '2026-01-01' };
const care = { checked_by: 'AK', checked_on: '2026-11-18' };

type Row = [name: string, candidate: Partial<Candidate>, terms: Partial<Terms>, reasons: RegExp[]];

/** What is held, and why; an empty list is published. */
const table: Row[] = [
	['nobody is visible', {}, {}, []],
	['a draft', { published: false }, {}, [/draft/]],
	['no consent entry', { consent: undefined }, {}, [/consent is unknown/]],
	['no consent entry where none is asked', { consent: undefined }, { consent: 'optional' }, []],
	['consent unknown', { consent: { status: 'unknown' } }, {}, [/consent is unknown/]],
	['consent refused', { consent: { status: 'refused' } }, {}, [/refused/]],
	[
		'consent refused, even where none is asked',
		{ consent: { status: 'refused' } },
		{ consent: 'optional' },
		[/refused/],
	],
	['consent withdrawn', { consent: { status: 'withdrawn' } }, {}, [/withdrawn/]],
	['a note that a kiosk leaves out', { isNoted: true }, { leavesNoted: true }, [/content note/]],
	['a note that it covers', { isNoted: true }, {}, []],
	['consent given for the web', { consent: { ...given, scope: ['web'] } }, {}, []],
	[
		'consent for print alone',
		{ consent: { ...given, scope: ['print'] } },
		{},
		[/does not reach web/],
	],
	[
		'consent for the web, in the hall',
		{ consent: { ...given, scope: ['web'] } },
		{ channel: 'kiosk' },
		[/does not reach kiosk/],
	],
	[
		'consent without scope, on the web',
		{ consent: { status: 'given', given_on: '2026-01-01' } },
		{},
		[],
	],
	[
		'consent without scope, in the hall',
		{ consent: { status: 'given', given_on: '2026-01-01' } },
		{ channel: 'kiosk' },
		[],
	],
	[
		'consent without scope, in print',
		{ consent: { status: 'given', given_on: '2026-01-01' } },
		{ channel: 'print' },
		[/does not reach print/],
	],
	['consent on its last day', { consent: { ...given, expires_on: '2026-11-24' } }, {}, []],
	[
		'consent the day after',
		{ consent: { ...given, expires_on: '2026-11-23' } },
		{},
		[/ended on 2026-11-23/],
	],
	['consent three years old to the day', { consent: { ...given, given_on: '2023-11-24' } }, {}, []],
	[
		'consent older than the exhibition allows',
		{ consent: { ...given, given_on: '2023-11-23' } },
		{},
		[/ended on 2026-11-23/],
	],
	[
		'consent whose own end is later than that',
		{ consent: { ...given, given_on: '2020-01-01', expires_on: '2030-01-01' } },
		{},
		[],
	],
	['the day before its day', { publishAt: ['2026-11-25'] }, {}, [/has not come/]],
	['on its day', { publishAt: ['2026-11-24'] }, {}, []],
	['on its last day', { unpublishAt: ['2026-11-24'] }, {}, []],
	['after its last day', { unpublishAt: ['2026-11-23'] }, {}, [/last day was/]],
	['no alt text', { hasAlt: false }, {}, [/alt text/]],
	['no alt text where that is only told', { hasAlt: false }, { alt: 'warn' }, []],
	[
		'a minor, guardian asked, identifiable',
		{ people: ['child'], consent: { ...given, guardian: true, identifiable: 'yes' } },
		{},
		[/may be recognised/],
	],
	[
		'a minor, guardian asked, covered',
		{ people: ['child'], covered: true, consent: { ...given, guardian: true } },
		{},
		[],
	],
	[
		'a minor, guardian asked, checked',
		{ people: ['child'], care, consent: { ...given, guardian: true, identifiable: 'no' } },
		{},
		[],
	],
	['a minor, no guardian', { people: ['child'], covered: true, consent: given }, {}, [/guardian/]],
	[
		'a minor, nothing done',
		{ people: ['child'], consent: given },
		{},
		[/guardian/, /may be recognised/],
	],
	[
		'unidentifiable by word alone, a person listed',
		{ people: ['mariam'], consent: { ...given, identifiable: 'no' } },
		{},
		[/not checked/],
	],
	[
		'unidentifiable and checked',
		{ people: ['mariam'], care, consent: { ...given, identifiable: 'no' } },
		{},
		[],
	],
	[
		'unidentifiable by word alone, nobody listed',
		{ consent: { ...given, identifiable: 'no' } },
		{},
		[],
	],
	['two reasons at once', { published: false, hasAlt: false }, {}, [/draft/, /alt text/]],
	['a story without an entry', { kind: 'story', consent: undefined }, {}, []],
	[
		'a story whose person withdrew',
		{ kind: 'story', consent: { status: 'withdrawn' } },
		{},
		[/withdrawn/],
	],
	[
		'a story with consent unknown',
		{ kind: 'story', consent: { status: 'unknown' } },
		{},
		[/unknown/],
	],
];

describe('the decision', () => {
	it.each(table)('%s', (_, candidate, some, reasons) => {
		const decision = decide({ ...photo, ...candidate } as Candidate, { ...terms, ...some });
		expect(decision.published).toBe(reasons.length === 0);
		expect(decision.reasons).toHaveLength(reasons.length);
		reasons.forEach((reason, index) => expect(decision.reasons[index]?.reason).toMatch(reason));
	});

	it('tells the last day, and the days on which it changes', () => {
		const candidate: Candidate = {
			...photo,
			consent: { ...given, scope: ['web'] },
			publishAt: ['2026-12-10'],
			unpublishAt: ['2027-06-01'],
		};
		const { until, due } = decide(candidate, terms);
		expect(until).toBe('2027-06-01');
		// The end of the consent comes when it has long been gone.
		expect(due).toEqual(['2026-12-10', '2027-06-02']);
	});

	it('asks for a look where it is not held', () => {
		const concerns = (some: Partial<Candidate>, more: Partial<Terms> = {}) =>
			decide({ ...photo, ...some }, { ...terms, ...more }).concerns.map(({ reason }) => reason);
		expect(concerns({})).toEqual([]);
		expect(concerns({ consent: { status: 'given' } })).toEqual([
			expect.stringMatching(/scope/),
			expect.stringMatching(/never ends/),
		]);
		expect(concerns({ consent: { ...given, scope: ['web'], identifiable: 'no' } })).toEqual([
			expect.stringMatching(/not checked/),
		]);
		expect(concerns({ hasAlt: false }, { alt: 'warn' })).toEqual([
			expect.stringMatching(/alt text/),
		]);
	});
});
