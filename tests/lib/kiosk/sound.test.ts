import { expect, it } from 'vitest';
import { Sound } from '../../../src/lib/kiosk/sound.ts';

/** A recording that tells of its volume, as a browser's does. */
class Recording extends EventTarget {
	#volume = 1;
	muted = false;
	get volume(): number {
		return this.#volume;
	}
	set volume(volume: number) {
		if (volume === this.#volume) return;
		this.#volume = volume;
		this.dispatchEvent(new Event('volumechange'));
	}
}

it('a recording begins as loud as staff say, and is never louder', () => {
	const sound = new Sound();
	const one = new Recording();
	sound.set(0.5, []);
	const end = sound.attend(one);
	one.dispatchEvent(new Event('play'));
	expect(one.volume).toBe(0.5);
	one.volume = 0.9;
	expect(one.volume).toBe(0.5);
	one.volume = 0.2;
	expect(one.volume).toBe(0.2);
	// The next visitor does not find it as the last one left it.
	one.dispatchEvent(new Event('play'));
	expect(one.volume).toBe(0.5);
	sound.set(0.25, [one]);
	expect(one.volume).toBe(0.25);
	end();
	one.volume = 1;
	expect(one.volume).toBe(1);
});
