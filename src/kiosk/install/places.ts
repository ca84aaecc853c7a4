import { standardPort, standardSticks } from '../server/options.ts';

/** Where everything lies on a device; units and scripts name these. */
export const places = {
	program: '/usr/lib/kiosk',
	config: '/etc/kiosk/kiosk.json',
	data: '/var/lib/kiosk',
	/** In memory, made by systemd. */
	run: '/run/kiosk',
	sticks: standardSticks,
	units: '/etc/systemd/system',
	policy: '/etc/chromium/policies/managed/kiosk.json',
};

export const port = standardPort;

/** One file of an installation. */
export interface Laid {
	/** From the root of the device. */
	path: string;
	text: string;
	mode: number;
	/** Belongs to the technician once it is there: never written over. */
	isKept?: boolean;
}
