import { totalmem } from 'node:os';
import { join } from 'node:path';
import type { AppParts } from './app.ts';
import { Catalogues, lacking, type Catalogue } from './catalogue.ts';
import { codeIn } from './code.ts';
import { glassOf } from './glass.ts';
import { healthOf, type Health } from './health.ts';
import { isNight } from './hours.ts';
import {
	diskFreeMb,
	hasHardwareClock,
	isClockSynced,
	temperature,
	type Measured,
} from './measure.ts';
import type { KioskdOptions } from './options.ts';
import { News } from './news.ts';
import { Orders } from './orders.ts';
import type { Glass, Releases, Shown } from './releases.ts';
import { isBehind, Screens } from './screens.ts';
import { setupOf } from './setup.ts';
import { StaffDoor } from './staff-door.ts';
import type { State } from './state.ts';
import { Visits } from './visits.ts';
import { Watch } from './watch.ts';

/** Everything of kioskd but its server: joins the parts, and holds no rule of its own. */
export class Agent {
	readonly orders = new Orders();
	readonly news = new News(this.orders);
	readonly catalogues = new Catalogues();
	readonly screens: Screens;
	readonly watch: Watch;
	readonly visits: Visits;
	readonly door: StaffDoor;
	readonly #started: number;
	#releases: Releases | undefined;
	#catalogue: Catalogue | undefined;
	#measured: Measured = {};
	#isClockSet = false;

	constructor(
		readonly options: KioskdOptions,
		readonly state: State,
		readonly say: (sentence: string) => void,
	) {
		const { clock, lockout, device } = state;
		this.#started = clock.uptime();
		this.screens = new Screens(clock, () => this.#catalogue?.galleries ?? []);
		this.watch = this.#watch();
		this.visits = new Visits(join(options.data, 'counts'), clock, () => this.isSynced);
		this.door = new StaffDoor(device.pin, lockout, clock);
	}

	#watch(): Watch {
		const { options, state } = this;
		return new Watch({
			clock: state.clock,
			screens: this.screens,
			orders: this.orders,
			browsers: options.browsers,
			reboots: state.reboots,
			reboot: () => options.system('systemctl', ['reboot']),
			expected: state.device.screens,
			ramMb: totalmem() / 1024 / 1024,
			isSynced: () => this.#knowsTime,
			isShowing: () => this.shown !== undefined,
			random: options.random ?? Math.random,
			say: this.say,
		});
	}

	/** To be called once, before anything is asked. */
	plug(releases: Releases): void {
		this.#releases = releases;
	}

	get releases(): Releases {
		if (!this.#releases) throw new Error('no releases are plugged in');
		return this.#releases;
	}

	get glass(): Glass {
		return glassOf(this);
	}

	/** Nothing once restarting did not help: the calm page needs less than ours. */
	get shown(): Shown | undefined {
		return this.watch.hasGivenUp ? undefined : this.releases.shown();
	}

	/** What staff took off, and what may not be shown any more. */
	get hidden(): string[] {
		return [...new Set([...this.state.staff.kept.hidden, ...(this.releases.gone?.() ?? [])])];
	}

	get isSynced(): boolean {
		return this.#isClockSet || (this.options.isSynced ?? isClockSynced)();
	}

	get #knowsTime(): boolean {
		return this.isSynced || (!this.options.isSynced && hasHardwareClock());
	}

	/** A device that does not know the time shows its pictures rather than black. */
	get isNight(): boolean {
		const { device, clock } = this.state;
		return this.#knowsTime && isNight(device.hours, clock.now());
	}

	async health(): Promise<Health> {
		const { clock, device, staff, problems } = this.state;
		return healthOf({
			clock,
			started: this.#started,
			isSynced: this.isSynced,
			releases: this.releases,
			screens: this.screens,
			expected: device.screens,
			measured: this.#measured,
			restarts24h: this.watch.restarts24h,
			hasGivenUp: this.watch.hasGivenUp,
			hidden: staff.kept.hidden,
			problems: [...problems, ...lacking(this.#catalogue)],
		});
	}

	/** Looks which release is shown now. */
	async lookAtReleases(): Promise<void> {
		await this.releases.tick();
		this.#catalogue = await this.catalogues.of(this.releases.shown());
	}

	async lookAtPages(): Promise<void> {
		await this.watch.tick(this.#measured.pssMb);
		this.news.tell({ order: 'night', isNight: this.isNight });
		this.news.tell({ order: 'hidden', photos: this.hidden });
		this.news.tell({ order: 'stick', stick: this.releases.stick?.() });
	}

	async measure(): Promise<void> {
		const [pssMb, free, temp] = await Promise.all([
			this.options.browsers.pssMb(this.watch.screens),
			diskFreeMb(this.options.data),
			temperature(),
		]);
		this.#measured = { pssMb, diskFreeMb: free, temp };
	}

	/** What the addresses of kioskd call. */
	get app(): AppParts {
		const { watch, screens, orders, state, door, options } = this;
		return {
			setup: (screen) => setupOf(this, screen),
			heard: (heartbeat) => {
				screens.heard(heartbeat);
				watch.sign(heartbeat.screen);
				if (isBehind(heartbeat, this.shown?.id)) watch.reload(heartbeat.screen);
			},
			visited: (visit) => this.visits.count(visit, this.#catalogue),
			sign: (screen) => watch.sign(screen),
			dropped: (screen) => watch.dropped(screen),
			orders,
			code: () => codeIn(this.shown?.folder),
			say: this.say,
			health: () => this.health(),
			staff: {
				door,
				state: state.staff,
				orders,
				news: this.news,
				hidden: () => this.hidden,
				releases: this.releases,
				browsers: options.browsers,
				health: () => this.health(),
				restart: () => watch.restartAll(),
				run: options.system,
				clockSet: () => (this.#isClockSet = true),
			},
		};
	}
}
