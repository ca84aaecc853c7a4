import { describe, expect, it } from 'vitest';
import { deviceOf, readDevice } from '../../../src/kiosk/server/device.ts';
import { hashPin } from '../../../src/kiosk/server/pin.ts';
import { ask, stage } from './kiosk.ts';

const pin = await hashPin('654321');
const full = {
	panel: { width_mm: 700, height_mm: 400, bottom_mm: 800, distance_mm: 600 },
	screen: ['HDMI-A-1', 'HDMI-A-2'],
	...{ pin, headphones: true, sources: ['https://example.org/r/'], language: 'tg' },
	hours: { open: '10:00', close: '18:00', closed: ['mon'] },
	publicKey: 'key',
	nightOff: ['HDMI-A-2'],
	healthUrl: 'https://example.org/kiosk-health',
};

it('takes what is right', () => {
	const { screen, ...rest } = full;
	expect(deviceOf(JSON.stringify(full), 'k')).toEqual({
		device: { ...rest, screens: screen },
		problems: [],
	});
});

it('needs no file', async () => {
	expect(await readDevice('/nowhere/kiosk.json')).toEqual({
		device: { headphones: false, sources: [], screens: [] },
		problems: [],
	});
});

describe('mistakes', () => {
	it.each([
		['{\n\t"screen": "x",\n}', /^k:3: this is not JSON .*mind commas/],
		['[]', /^k:1: must be \{/],
		['{\n"headphones": "yes"}', /^k:2: headphones cannot be used; write true or false$/],
		['{"panel": {"width_mm": "wide"}}', /^k:1: panel\.width_mm cannot be used; give width_mm/],
		['{\n\n"heaphones": true}', /^k:3: "heaphones" is not known; did you mean "headphones"\?$/],
		['{"hours": {"open": "10", "close": "18:00"}}', /^k:1: hours\.open cannot be used; write \{/],
		['{"screen": "../x"}', /^k:1: screen cannot be used; write the name of an output/],
		['{"healthUrl": "ftp://x"}', /^k:1: healthUrl cannot be used; write an address such as/],
		['{"pin": "123456"}', /^k:1: pin cannot be used; make one with `npm run kiosk:pin`/],
	])('%j', (text, sentence) => {
		const { problems } = deviceOf(text, 'k');
		expect(problems).toHaveLength(1);
		expect(problems[0]).toMatch(sentence);
		expect(problems[0]).not.toContain('123456');
	});

	it('keep nothing else from being used, nor the kiosk from starting', async () => {
		const one = await stage({ 'kiosk.json': '{"panel": 3, "language": "tg", "pin": 5}' });
		const kiosk = await one.open();
		expect(JSON.parse((await ask(kiosk, '/kioskd/setup')).text).language).toBe('tg');
		expect((await kiosk.health()).problems).toHaveLength(2);
		expect(one.said).toHaveLength(2);
	});
});
