import { browserOf, processes, pssOf } from './processes.ts';

/** The browsers that show the pages. */
export interface Browsers {
	/** Is there one for this screen? What is not there is not to be mended by restarting it. */
	isRunning(screen: string): Promise<boolean>;
	/** Ends it; whoever owns it starts it again. */
	restart(screen: string): Promise<void>;
	/** In MB, of all together; undefined where it cannot be known. */
	pssMb(screens: readonly string[]): Promise<number | undefined>;
	/** The way out that staff may take. */
	exit(): Promise<void>;
}

/** Runs a program of the system; rejects where it fails. */
export type Run = (command: string, args: readonly string[]) => Promise<void>;

/** Browsers that systemd started and starts again. */
export function systemBrowsers(profileOf: (screen: string) => string, run: Run): Browsers {
	const familyOf = async (screen: string) => browserOf(await processes(), profileOf(screen));
	return {
		isRunning: async (screen) => (await familyOf(screen)).length > 0,
		async restart(screen) {
			// A frozen browser does not listen to anything gentler.
			for (const { pid } of await familyOf(screen)) kill(pid);
		},
		async pssMb(screens) {
			const families = await Promise.all(screens.map(familyOf));
			return pssOf(families.flat());
		},
		async exit() {
			await run('systemctl', ['stop', 'kiosk@*.service']);
			await run('systemctl', ['start', 'getty@tty1.service']);
		},
	};
}

function kill(pid: number): void {
	try {
		process.kill(pid, 'SIGKILL');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}
