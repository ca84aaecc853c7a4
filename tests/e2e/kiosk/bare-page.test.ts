import { expect, it } from 'vitest';
import { BarePage } from '../../support/bare-page.ts';
import { visitHall } from '../../support/kiosk-visit.ts';

const hall = visitHall();

it('a page without a debugger of the network still tells what must not happen', async () => {
	const page = await BarePage.open({ width: 800, height: 600 }, () => undefined);
	try {
		await page.go(`${hall.address}kiosk.json`);
		await expect.poll(() => page.evaluate(() => location.pathname)).toBe('/kiosk.json');
		const before = page.faults.length;
		await page.evaluate(() => fetch('/is-not-there').then(() => undefined));
		await expect.poll(() => page.faults.slice(before).join()).toMatch(/404/);
		await page.evaluate(() =>
			fetch('http://example.org/', { mode: 'no-cors' }).then(
				() => undefined,
				() => undefined,
			),
		);
		await expect
			.poll(() => page.faults.join())
			.toMatch(/NAME_NOT_RESOLVED|Content Security Policy/);
		await page.evaluate(() => console.error('planted'));
		await expect.poll(() => page.faults.join()).toMatch(/planted/);
		await expect(page.evaluate(() => Promise.reject(new Error('thrown')))).rejects.toThrow(
			/thrown/,
		);
	} finally {
		await page.close();
	}
});
