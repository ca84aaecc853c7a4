import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Kiosk } from '../../../src/lib/kiosk/kiosk.svelte.ts';
import type { Happening } from '../../../src/lib/kiosk/machine.ts';

const seconds = {
	...{ attract: 8, fade: 1.2, warn: 30, staff: 60 },
	...{ idle: 60, lightbox: 90, story: 180, qr: 45 },
};
const setup = { release: '1', screen: 'main', headphones: false, volume: 1, hidden: [] };
/** What the page says of itself. */
let page = { words: 0, isStory: false, isPlaying: false };
let looked = 0;
let cleared = 0;
let kiosk: Kiosk;

beforeEach(() => {
	vi.useFakeTimers();
	page = { words: 0, isStory: false, isPlaying: false };
	looked = cleared = 0;
	const words = () => {
		looked++;
		return page.words;
	};
	const clear = () => {
		cleared++;
		return Promise.resolve();
	};
	const asked = { words, clear, isStory: () => page.isStory, isPlaying: () => page.isPlaying };
	kiosk = new Kiosk(seconds, asked, { ...setup, isNight: false });
	kiosk.happen('loaded');
});
afterEach(() => vi.useRealTimers());

const pass = (amount: number) => vi.advanceTimersByTimeAsync(amount * 1000);
/** Comes, and does that. */
function visit(...happened: Happening[]): void {
	for (const happening of ['enter', ...happened] as const) {
		kiosk.used();
		kiosk.happen(happening);
	}
}

/** That it takes so many seconds, and not less. */
async function expectWarned(after: number): Promise<void> {
	await pass(after - 0.1);
	expect(kiosk.state.name).not.toBe('warn');
	await pass(0.2);
	expect(kiosk.state.name).toBe('warn');
}

describe('a visitor who does nothing is asked', () => {
	it.each([
		['at a wall', 60, [], {}],
		['at a photo', 90, ['photo'], {}],
		['at a code', 45, ['code'], {}],
		['at a story', 180, [], { isStory: true }],
		['at few words', 60, [], { words: 59 }],
		['at many words, a second for each', 100, [], { words: 100 }],
	] as const)('%s after %i s', async (_, after, happened, says) => {
		Object.assign(page, says);
		visit(...happened);
		await expectWarned(after);
	});

	it('ten times as late where they want more time', async () => {
		page.words = 100;
		visit();
		kiosk.slow(true);
		await expectWarned(1000);
	});

	it('as late again after each touch', async () => {
		visit();
		await pass(59);
		kiosk.used();
		await expectWarned(60);
	});

	it('not before the recording ends, for ten minutes', async () => {
		page.isPlaying = true;
		visit();
		await pass(599);
		expect(kiosk.state.name).toBe('browse');
		await pass(2);
		expect(kiosk.state.name).toBe('warn');
	});
});

it('words are not counted while a visitor touches', async () => {
	visit();
	for (let touch = 0; touch < 20; touch++) {
		kiosk.used();
		await pass(5);
	}
	expect(looked).toBe(0);
	await pass(60);
	expect(looked).toBe(1);
});

it('a visitor who went away leaves a fresh screen', async () => {
	visit();
	kiosk.show('https://example.org/', true);
	Object.assign(kiosk, { isLarge: true, isLow: true, wall: 'paper' });
	kiosk.slow(true);
	await pass(450 + 29);
	expect([kiosk.state.name, cleared]).toEqual(['warn', 0]);
	await pass(2);
	expect([kiosk.state.name, cleared, kiosk.visits]).toEqual(['attract', 1, 1]);
	const { isLarge, isLow, isSlow, wall, code } = kiosk;
	expect([isLarge, isLow, isSlow, wall, code]).toEqual([false, false, false, undefined, undefined]);
});

it('a visitor who answers goes on, and is asked again', async () => {
	visit('photo');
	await pass(91);
	kiosk.happen('touch');
	expect(kiosk.state.name).toBe('lightbox');
	await expectWarned(90);
	expect(cleared).toBe(0);
});

it('a scroll under the question is no answer', async () => {
	visit();
	await pass(80);
	kiosk.used();
	await pass(11);
	expect(kiosk.state.name).toBe('attract');
});

it('staff who went away leave a fresh screen', async () => {
	kiosk.happen('corner');
	await pass(61);
	expect([kiosk.state.name, cleared]).toEqual(['attract', 1]);
});

describe('at night', () => {
	it('an empty hall is dark at once, and woken for ten minutes', async () => {
		kiosk.darken(true);
		expect(kiosk.state.name).toBe('night');
		kiosk.happen('touch');
		await pass(599);
		expect(kiosk.state.name).toBe('attract');
		await pass(2);
		expect(kiosk.state.name).toBe('night');
		kiosk.darken(false);
		expect(kiosk.state.name).toBe('attract');
	});

	it('a visitor goes on, and the screen is dark after them', async () => {
		visit();
		kiosk.darken(true);
		expect(kiosk.state.name).toBe('browse');
		await pass(91);
		expect(kiosk.state.name).toBe('attract');
		await pass(600);
		expect(kiosk.state.name).toBe('night');
	});
});
