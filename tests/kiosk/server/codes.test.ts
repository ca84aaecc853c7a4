import { expect, it } from 'vitest';
import { temporaryFolder } from '../../support/folder.ts';
import { keys, kioskRelease } from '../../support/kiosk-release.ts';
import { catalogue, stage } from './kiosk.ts';

const codes = (problems: readonly string[]) => problems.filter((one) => one.includes('QR codes'));

it.each([
	[null, 1],
	['https://example.org/', 0],
	// A build from before this was told.
	[undefined, 0],
])('a build with the public address %s is warned of %i times', async (publicUrl, count) => {
	const build = JSON.stringify({ ...catalogue, publicUrl });
	const one = await stage({ 'site/kiosk.json': build });
	const kiosk = await one.open();
	expect(codes((await kiosk.health()).problems)).toHaveLength(count);
});

it('a release says it too', async () => {
	const { folder } = await kioskRelease({ photos: ['tea'], publicUrl: null });
	const publicKey = String(keys.publicKey.export({ type: 'spki', format: 'pem' }));
	const config = JSON.stringify({ publicKey, sources: [folder] });
	const one = await stage({ 'kiosk.json': config });
	const kiosk = await one.open({ site: undefined, sticks: await temporaryFolder() });
	await expect
		.poll(async () => {
			one.clock.pass(130_000);
			await kiosk.tick();
			return codes((await kiosk.health()).problems).length;
		})
		.toBe(1);
});
