/** Of the exhibition's two ways of being built; consent decides what each has. */
export type Site = 'web' | 'kiosk';

/** Seconds: how long a photo stands and fades, and after which a state is left without a touch. */
export interface KioskSeconds {
	attract: number;
	fade: number;
	idle: number;
	lightbox: number;
	story: number;
	qr: number;
	/** At least 20: WCAG 2.2.1. */
	warn: number;
	staff: number;
}

/** What `kiosk:` of exhibition.yaml says, with everything filled in. */
export interface Kiosk {
	/** One of the exhibition's. */
	language: string;
	/** Ids of photos of this build, none of them behind a content note; empty where there is none. */
	attract: readonly string[];
	contentNotes: 'cover' | 'leave_out';
	sound: 'on' | 'headphones' | 'off';
	seconds: KioskSeconds;
	/** Ids of what the published site has not: no code leads there. */
	onlyHere: { photos: readonly string[]; stories: readonly string[] };
}
