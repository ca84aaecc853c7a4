import { fromOpening } from './hours.ts';
import type { Glass } from './releases.ts';
import type { Screens } from './screens.ts';
import type { State } from './state.ts';
import type { Watch } from './watch.ts';

export interface GlassParts {
	screens: Screens;
	watch: Watch;
	state: State;
}

/** What releases may ask of the screens. */
export function glassOf({ screens, watch, state: { clock, device } }: GlassParts): Glass {
	return {
		isQuiet: (ms) => screens.isQuiet(ms),
		hasPassed: (release) => screens.hasPassed(release),
		isInUse: (release) => screens.isInUse(release),
		reload: () => watch.reload(),
		fromOpening: () => fromOpening(device.hours, clock.now()),
		clock,
	};
}
