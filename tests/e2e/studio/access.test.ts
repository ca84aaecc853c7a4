import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspect } from '../../support/studio/inspected.ts';
import { openStudio, type OpenedStudio } from '../../support/studio/opened.ts';

let desk: OpenedStudio;
beforeAll(async () => {
	desk = await openStudio();
});
afterAll(() => desk?.close());

const screens = [
	'#/',
	'#/gallery/home',
	'#/gallery/home/text',
	'#/photo/sewing-machine',
	'#/photo/passport-ticket-and-coins/redact',
	'#/care/sewing-machine',
	'#/import',
	'#/tables',
	'#/stories/four-days-by-train',
	'#/preview',
	'#/publish',
	'#/history',
];

describe.each(screens)('%s', (hash) => {
	it('has no violation, is no wider than the screen, and its controls are large', async () => {
		const { page, faults } = await desk.open(hash);
		await inspect(page);
		// Where nobody publishes yet there are no targets.
		expect(faults.filter((one) => !/api\/targets|404/.test(one))).toEqual([]);
		await page.context().close();
	});
});
