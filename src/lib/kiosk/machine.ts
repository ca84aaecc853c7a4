import type { StateName } from './contract.ts';

/** What a visitor was at, and goes on with after a warning. */
export type Under = 'browse' | 'lightbox' | 'qr';

export interface State {
	name: StateName;
	/** Below a code, a warning and the staff's menu. */
	under?: Under;
}

/**
 * `touch`: a finger on the glass, anywhere; `enter`: the first one, in a language; `photo` and `wall`: a photo is
 * opened, and left; `code` and `back`: a code to take home, and its end; `idle`: nobody touched for long; `over`: nor
 * after the warning; `cleared`: nothing is left of the visit; `corner`: the staff's gesture.
 */
export type Happening =
	| ('loaded' | 'failed')
	| ('touch' | 'enter' | 'photo' | 'wall' | 'code' | 'back')
	| ('idle' | 'over' | 'again' | 'cleared')
	| ('night' | 'day' | 'corner' | 'leave');

export const start: State = { name: 'boot' };

type Step = StateName | ((state: State) => State);
const on = (name: StateName) => (state: State) => ({ name, under: underOf(state) });
const off = (state: State): State => ({ name: state.under ?? 'browse' });

function underOf({ name, under }: State): Under | undefined {
	return name === 'browse' || name === 'lightbox' || name === 'qr' ? name : under;
}

/** After a code, the page or the photo that it stands for. */
const uncoded = (state: State): State => ({
	name: state.under === 'lightbox' ? 'lightbox' : 'browse',
});

const visit = { again: 'reset', night: 'night', corner: on('staff') } as const;

/** Every step that there is: what is not here does nothing. */
const steps: Record<StateName, Partial<Record<Happening, Step>>> = {
	boot: { loaded: 'attract', failed: 'error' },
	error: { loaded: 'attract' },
	attract: { enter: 'browse', night: 'night', corner: 'staff' },
	browse: { ...visit, photo: 'lightbox', code: on('qr'), idle: on('warn') },
	lightbox: { ...visit, wall: 'browse', code: on('qr'), idle: on('warn') },
	qr: {
		...visit,
		back: uncoded,
		wall: (state) => ({ ...state, under: 'browse' }),
		idle: on('warn'),
	},
	warn: { ...visit, touch: off, over: 'reset' },
	reset: { cleared: 'attract' },
	night: { touch: 'attract', day: 'attract', corner: 'staff' },
	staff: { leave: 'reset', night: 'night' },
};

/** @returns the same state where nothing follows from what happened */
export function next(state: State, happening: Happening): State {
	const step = steps[state.name][happening];
	if (step === undefined) return state;
	return typeof step === 'string' ? { name: step } : step(state);
}
