import type { Browsers, Run } from './browsers.ts';
import type { StaffActionName } from './bodies.ts';
import type { Health } from './health.ts';
import type { News } from './news.ts';
import type { Orders } from './orders.ts';
import type { Releases } from './releases.ts';
import type { StaffDoor } from './staff-door.ts';
import type { StaffState } from './staff-state.ts';

const cleaningSeconds = 60;

export interface StaffParts {
	door: StaffDoor;
	state: StaffState;
	orders: Orders;
	news: News;
	/** What staff took off, and what may not be shown any more. */
	hidden: () => string[];
	releases: Releases;
	browsers: Browsers;
	health: () => Promise<Health>;
	/** All browsers. */
	restart: () => Promise<void>;
	/** Programs of the system; on a desk none is run. */
	run: Run;
	/** Staff set the clock: it is known from now on. */
	clockSet: () => void;
}

/** A staff action's body, checked by the schema of its name. */
export interface StaffBody {
	language?: string;
	volume?: number;
	photo?: string;
	time?: string;
}

/** Does what the menu asks for; what it resolves to is the answer. */
export async function act(
	parts: StaffParts,
	action: StaffActionName,
	{ language = '', volume = 0, photo = '', time = '' }: StaffBody,
): Promise<object> {
	const { state, orders, run } = parts;
	const actions: Record<StaffActionName, () => Promise<object | void>> = {
		health: parts.health,
		update: () => parts.releases.updateNow(),
		cleaning: async () => orders.send({ order: 'cleaning', seconds: cleaningSeconds }),
		language: async () => {
			await state.set({ language });
			orders.send({ order: 'language', language });
		},
		volume: async () => {
			await state.set({ volume });
			orders.send({ order: 'volume', volume });
		},
		hide: () => hiding(parts, state.hide(photo)),
		unhide: () => hiding(parts, state.unhide(photo)),
		clock: () => setClock(parts, time),
		restart: parts.restart,
		reboot: () => run('systemctl', ['reboot']),
		poweroff: () => run('systemctl', ['poweroff']),
		exit: () => parts.browsers.exit(),
		end: async () => parts.door.close(),
	};
	return (await actions[action]()) ?? {};
}

/** Pages are told at once, and once; the answer waits until the disk has it. */
async function hiding({ hidden, news }: StaffParts, kept: Promise<void>): Promise<void> {
	news.tell({ order: 'hidden', photos: hidden() });
	await kept;
}

/** While the network sets the clock, nobody else may. */
async function setClock({ run, clockSet }: StaffParts, time: string): Promise<void> {
	await run('timedatectl', ['set-ntp', 'false']);
	await run('timedatectl', ['set-time', localTime(new Date(time))]);
	clockSet();
	await run('timedatectl', ['set-ntp', 'true']);
}

/** `YYYY-MM-DD HH:MM:SS`, as `timedatectl` takes it. */
export function localTime(date: Date): string {
	const two = (number: number) => String(number).padStart(2, '0');
	const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
	return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}
