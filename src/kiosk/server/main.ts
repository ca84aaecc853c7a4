import { mkdir, rename, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Agent } from './agent.ts';
import { app } from './app.ts';
import type { Health } from './health.ts';
import { closed, listen } from './listen.ts';
import { standardPort, standardSticks, type KioskdOptions } from './options.ts';
import { deskReleases, type Releases } from './releases.ts';
import { Panels } from './panels.ts';
import { HealthPush } from './push.ts';
import { reportOf } from './report.ts';
import { Rounds } from './rounds.ts';
import { Site } from './site.ts';
import { readState } from './state.ts';
import { storedReleases } from './stored.ts';
import { countedDays } from './visits.ts';

export interface Kioskd {
	port: number;
	health: () => Promise<Health>;
	/** One turn of what is done each second; it runs by itself too. */
	tick: () => Promise<void>;
	/** Also keeps what is not on the disk yet. */
	close: () => Promise<void>;
}

/**
 * Starts kioskd: it serves the pages, watches the screens and keeps the counts until it is closed.
 *
 * @throws where its port is taken; what is wrong in the device's `kiosk.json` is said, and told in
 * health, and keeps nothing from being shown
 */
export async function kioskd(options: KioskdOptions): Promise<Kioskd> {
	const say = options.say ?? ((sentence) => console.error(sentence));
	await mkdir(options.data, { recursive: true });
	const state = await readState(options);
	for (const problem of state.problems) say(problem);
	const agent = new Agent(options, state, say);
	agent.plug(await releasesFor(agent));
	const site = new Site({
		shown: () => agent.shown,
		catalogues: agent.catalogues,
		hidden: () => agent.hidden,
	});
	const push = pushOf(agent);
	const rounds = new Rounds(roundsOf(agent, push), say);
	await rounds.tick();
	const server = await listen(app(agent.app), site, options.port ?? standardPort);
	rounds.start();
	return {
		port: (server.address() as AddressInfo).port,
		health: () => agent.health(),
		tick: () => rounds.tick(),
		async close() {
			await rounds.stop();
			await push.close();
			await closed(server);
			if (state.lockout.wait > 0) await state.lockout.keep();
		},
	};
}

/** The seam: whoever brings releases is plugged in here. */
function releasesFor(agent: Agent): Promise<Releases> {
	const { options, glass, state } = agent;
	if (options.releases) return options.releases(glass, state.device);
	if (options.site) return Promise.resolve(deskReleases(options.site));
	return storedReleases(options.data, glass, state.device, {
		mounts: options.sticks ?? standardSticks,
		report: async () =>
			reportOf(await agent.health(), await countedDays(join(options.data, 'counts'))),
		letGo: (name) => options.system('systemctl', ['stop', `kiosk-stick@${name}.service`]),
	});
}

function pushOf(agent: Agent): HealthPush {
	const { options, state, say } = agent;
	return new HealthPush({
		...{ url: state.device.healthUrl, health: () => agent.health(), clock: state.clock },
		...{ random: options.random ?? Math.random, say },
	});
}

function panelsOf(agent: Agent): Panels {
	const { state, screens, options, watch, say } = agent;
	return new Panels({
		...{ outputs: state.device.nightOff ?? [], clock: state.clock, screens, run: options.system },
		...{ restart: (screen) => watch.restart(screen), say },
	});
}

function roundsOf(agent: Agent, push: HealthPush) {
	const { options, state } = agent;
	const panels = panelsOf(agent);
	const run = options.run ?? join(options.data, 'run');
	return [
		{ name: 'releases', every: 1, run: () => agent.lookAtReleases() },
		{ name: 'screens', every: 1, run: () => agent.lookAtPages() },
		{ name: 'panels', every: 1, run: () => panels.tick() },
		{ name: 'PIN', every: 1, run: () => state.lockout.tick() },
		{ name: 'restarts', every: 1, run: () => state.reboots.tick() },
		{ name: 'measuring', every: 15, run: () => agent.measure() },
		{ name: 'push', every: 1, run: () => push.tick() },
		{ name: 'health', every: 15, run: async () => writeHealth(run, await agent.health()) },
	];
}

/** Whole at any moment; it lies in memory, and need not outlive a power cut. */
async function writeHealth(folder: string, health: Health): Promise<void> {
	const file = join(folder, 'health.json');
	await mkdir(folder, { recursive: true });
	await writeFile(`${file}.tmp`, JSON.stringify(health));
	await rename(`${file}.tmp`, file);
}
