import { join } from 'node:path';
import { exists } from '../../lib/server/content/exists.ts';
import { Refusal } from '../../vite/refusal.ts';
import type { Browsers } from './browsers.ts';
import { chromiumFlags, pageOf } from './chromium.ts';
import { systemClock } from './clock.ts';
import { DeskBrowser, foundBrowser } from './desk-browser.ts';
import { kioskd } from './main.ts';
import { standardPort, standardScreen } from './options.ts';

export interface Desk {
	/** A build for kiosks. */
	site: string;
	/** Of the desk's own kiosk: profile, state, counts. */
	data: string;
	config: string;
	port?: number;
	isWindow: boolean;
	env: NodeJS.ProcessEnv;
	say: (sentence: string) => void;
}

export interface OpenDesk {
	address: string;
	/** Is there a browser that shows it? */
	isShown: boolean;
	/** Resolves when staff took the way out. */
	exited: Promise<void>;
	close: () => Promise<void>;
}

/**
 * A kiosk on a desk: what a device would show, in a browser of its own.
 *
 * @throws {Refusal} where there is no build for kiosks
 */
export async function openDesk(desk: Desk): Promise<OpenDesk> {
	if (!(await exists(join(desk.site, 'kiosk.json')))) {
		const message = `there is no build for a kiosk in ${desk.site}`;
		throw new Refusal(message, 'run `npm run build -- --kiosk` first', 1);
	}
	let exit = () => {};
	const exited = new Promise<void>((done) => (exit = done));
	let port = desk.port ?? standardPort;
	const browser = browserFor(desk, exit, () => port);
	const { say } = desk;
	const running = await kioskd({
		...{ data: desk.data, config: desk.config, site: desk.site, say },
		port,
		browsers: browser ?? noBrowser(exit),
		// This is somebody's computer.
		system: (command, args) =>
			Promise.resolve(say(`a kiosk would now run: ${command} ${args.join(' ')}`)),
	});
	port = running.port;
	await browser?.open();
	return {
		address: pageOf(port, standardScreen),
		isShown: browser !== undefined,
		exited,
		async close() {
			browser?.close();
			await running.close();
		},
	};
}

function browserFor(desk: Desk, exited: () => void, port: () => number): DeskBrowser | undefined {
	const program = foundBrowser(desk.env);
	if (!program) return undefined;
	const profile = join(desk.data, `profile-${standardScreen}`);
	const { isWindow, say } = desk;
	const flags = () => chromiumFlags({ address: pageOf(port(), standardScreen), profile, isWindow });
	return new DeskBrowser({
		...{ program, flags, profile, exited, say },
		screen: standardScreen,
		clock: systemClock,
	});
}

/** The page is then shown by whatever a person opens. */
function noBrowser(exited: () => void): Browsers {
	return {
		isRunning: () => Promise.resolve(false),
		restart: () => Promise.resolve(),
		pssMb: () => Promise.resolve(undefined),
		exit: () => Promise.resolve(exited()),
	};
}
