import { join } from 'node:path';
import { systemClock, type Clock } from './clock.ts';
import { readDevice, type DeviceRead } from './device.ts';
import { Lockout } from './lockout.ts';
import type { KioskdOptions } from './options.ts';
import { Reboots } from './reboots.ts';
import { StaffState } from './staff-state.ts';

/** What outlives kioskd, read from the disk. */
export interface State extends DeviceRead {
	clock: Clock;
	staff: StaffState;
	lockout: Lockout;
	reboots: Reboots;
}

export async function readState(options: KioskdOptions): Promise<State> {
	const clock = options.clock ?? systemClock;
	const file = (name: string) => join(options.data, 'state', name);
	return {
		...(await readDevice(options.config)),
		clock,
		staff: await StaffState.open(file('staff.json')),
		lockout: await Lockout.open(file('pin.json'), clock),
		reboots: await Reboots.open(file('reboots.json'), clock),
	};
}
