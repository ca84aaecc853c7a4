import { inject } from 'vitest';
import type {} from './sample-setup.ts';

export const languages = ['en', 'tg', 'ru', 'fa'] as const;

/** One page of each kind, below a language. */
export const kinds = {
	entrance: '',
	gallery: 'galleries/road/',
	photo: 'galleries/road/tea-by-the-train-window/',
	stories: 'stories/',
	story: 'stories/a-guesthouse-in-darvaz/',
	photographer: 'photographers/nigoh/',
	explore: 'explore/',
	theme: 'explore/theme/tea/',
	about: 'about/',
	withdrawal: 'in-this-picture/',
} as const;

/** The sample as a kiosk's build, published at `https://example.org/eyes/`. */
export const kioskSite = (): string => inject('kioskSite');

/** The sample exhibition as a built site: `sample-setup.ts` makes it before the first test. */
export const sampleSite = (): string => inject('sampleSite');
