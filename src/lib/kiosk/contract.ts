/**
 * What the page of a kiosk and kioskd, the server beside its browser, say to each other. Types only.
 *
 * | request | answer |
 * |---|---|
 * | `GET /kioskd/setup?screen=NAME` | `Setup`; any other answer: there is no kioskd |
 * | `GET /kioskd/orders?screen=NAME` | server-sent events, each `data:` an `Order` |
 * | `GET /kioskd/code` | addresses of all scripts, styles and faces |
 * | `POST /hb` with a `Heartbeat` | 204 |
 * | `POST /kioskd/visit` with a `Visit` | 204 |
 * | `POST /kioskd/pin` with `{ pin }` | 200 `{ token }`, or 403 `PinRefused` |
 * | `POST /kioskd/staff/ACTION`, `Authorization: Bearer TOKEN`, with a `StaffAction`'s body | 200, or 401 when the session is over |
 * | `GET /health` | 200 or 503 with `health.json` |
 */

export type StateName =
	| 'boot'
	| 'attract'
	| 'browse'
	| 'lightbox'
	| 'qr'
	| 'warn'
	| 'reset'
	| 'night'
	| 'staff'
	| 'error';

/** The glass, in millimetres; `bottom_mm` is its lower edge above the floor. */
export interface Panel {
	width_mm: number;
	height_mm: number;
	bottom_mm: number;
	/** Of the eye that reads it. */
	distance_mm: number;
}

/** What belongs to the device, as far as its page may know it. */
export interface Setup {
	/** Of the pages that are served. */
	release: string;
	screen: string;
	panel?: Panel;
	headphones: boolean;
	/** From 0 to 1. */
	volume: number;
	/** Instead of the exhibition's own. */
	language?: string;
	/** Photos that staff took off this kiosk. */
	hidden: string[];
	isNight: boolean;
	/** What whoever brought a stick is told. */
	stick?: Stick;
}

/** It may be pulled out; `wrong`: and it could not be used. */
export type Stick = 'read' | 'wrong';

/** Every 15 s, and when it becomes dark or light. */
export interface Heartbeat {
	screen: string;
	release: string;
	state: StateName;
	/** Since the last touch; null where there was none since the page was loaded. */
	sinceTouchMs: number | null;
	fps: number;
	heapMb: number | null;
	decodeErrors: number;
	/** Galleries of which this page has decoded a photo since it was loaded. */
	decoded: string[];
	stuckTouch: boolean;
	width: number;
	height: number;
	/** The page is as large as the screen; older pages do not say. */
	isFull?: boolean;
}

/** What kioskd wants of a page. */
export type Order =
	| { order: 'reload' }
	| { order: 'night'; isNight: boolean }
	| { order: 'hidden'; photos: string[] }
	| { order: 'stick'; stick?: Stick }
	| { order: 'language'; language: string }
	| { order: 'volume'; volume: number }
	| { order: 'cleaning'; seconds: number };

/** One visit, told at its end and counted with others: nothing in it is a person's. */
export interface Visit {
	language: string;
	/** Ids of what was looked at. */
	galleries: string[];
	photos: string[];
	qrShown: number;
	seconds: number;
}

export interface PinRefused {
	/** Seconds until another one is listened to; 0 where it may be tried at once. */
	wait: number;
	/** How many may still be wrong before it waits. */
	left: number;
}

/** What the staff's menu can ask for; the name is the last part of the address, the rest the body. */
export type StaffAction =
	| { action: 'health' }
	| { action: 'update' }
	| { action: 'cleaning' }
	| { action: 'language'; language: string }
	| { action: 'volume'; volume: number }
	| { action: 'hide' | 'unhide'; photo: string }
	| { action: 'clock'; time: string }
	| { action: 'restart' | 'reboot' | 'poweroff' | 'exit' }
	| { action: 'end' };
