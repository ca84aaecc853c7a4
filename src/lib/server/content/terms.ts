import type { Day } from './day.ts';
import type { Consent, PhotoEntry } from './schema/photo.ts';

export type Channel = 'web' | 'kiosk' | 'print' | 'social' | 'press';

/** What the exhibition asks of everything in it, on one day, for one way of showing. */
export interface Terms {
	day: Day;
	channel: Channel;
	consent: 'required' | 'optional';
	alt: 'required' | 'warn';
	/** ISO 8601 duration: so long after it was given ends a consent that has no end of its own. */
	expiry: string;
	/** Is what has a content note left out, as a kiosk's curator may wish? */
	leavesNoted: boolean;
	/** Ids of people who are minors. */
	minors: ReadonlySet<string>;
}

/** What the decision looks at: of a photo, or of a story or gallery (which have no alt text and no pixels). */
export interface Candidate {
	kind: 'photo' | 'story' | 'gallery';
	published: boolean;
	hasAlt: boolean;
	people: readonly string[];
	covered: boolean;
	/** Whether it, or what it hangs in, has a content note. */
	isNoted: boolean;
	consent?: Consent;
	care?: PhotoEntry['care'];
	/** Several, because a gallery's days hold for its photos too. */
	publishAt: readonly Day[];
	unpublishAt: readonly Day[];
}
