import type { Run } from './browsers.ts';
import { second, type Clock } from './clock.ts';
import type { Screens, Seen } from './screens.ts';

export interface PanelsParts {
	/** Outputs whose panels are off at night; a screen is named as its output. */
	outputs: readonly string[];
	clock: Clock;
	screens: Screens;
	run: Run;
	/** Starts the browser of a screen anew. */
	restart: (screen: string) => Promise<void>;
	say: (sentence: string) => void;
}

interface Panel {
	/** What was asked for last: nothing is asked for twice. */
	asked?: 'on' | 'off';
	isOff: boolean;
	/** It came on then, and how the page fills it is still to be looked at. */
	wokenAt?: number;
}

/** Until a page knows of the size that it has again. */
const settling = 20 * second;

/**
 * Switches panels off when their page is black, and on when it is not. A browser that does not fill its
 * screen after that is started anew, and so is one whose panel does not come on: both come back whole.
 */
export class Panels {
	readonly #panels = new Map<string, Panel>();

	constructor(private readonly parts: PanelsParts) {}

	async tick(): Promise<void> {
		const { outputs, screens } = this.parts;
		for (const seen of screens.all) {
			const { screen } = seen.heartbeat;
			// What is silent is the ladder's to mend.
			if (outputs.includes(screen) && !screens.isStale(seen)) await this.#look(screen, seen);
		}
	}

	async #look(output: string, { heartbeat, at }: Seen): Promise<void> {
		const panel = this.#panels.get(output) ?? { isOff: false };
		this.#panels.set(output, panel);
		const wanted = heartbeat.state === 'night' ? 'off' : 'on';
		if (panel.asked !== wanted) return this.#switch(output, panel, wanted);
		if (panel.wokenAt === undefined || at - panel.wokenAt < settling) return;
		panel.wokenAt = undefined;
		if (heartbeat.isFull !== false) return;
		this.parts.say(
			`the page does not fill ${output} since it is on again: its browser is started anew`,
		);
		await this.parts.restart(output);
	}

	async #switch(output: string, panel: Panel, wanted: 'on' | 'off'): Promise<void> {
		const { run, restart, say, clock } = this.parts;
		panel.asked = wanted;
		try {
			await run('systemctl', ['start', `kiosk-panel-${wanted}@${output}.service`]);
			panel.isOff = wanted === 'off';
			panel.wokenAt = wanted === 'on' ? clock.uptime() : undefined;
		} catch (error) {
			say(`the panel of ${output} cannot be switched ${wanted} (${(error as Error).message})`);
			if (wanted === 'off' || !panel.isOff) return;
			panel.isOff = false;
			await restart(output);
		}
	}
}
