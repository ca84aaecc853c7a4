import type * as files from 'node:fs/promises';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { discard } from '../../../src/kiosk/release/kept.ts';
import { fill, temporaryFolder } from '../../support/folder.ts';

vi.mock('node:fs/promises', async (original) => {
	const real = await original<typeof files>();
	return { ...real, rm: vi.fn(real.rm) };
});

it('a release that goes loses first what says that it is whole', async () => {
	const folder = join(await temporaryFolder(), 'release');
	await mkdir(folder);
	await fill(folder, { COMPLETE: '', 'site/index.html': '' });
	await discard(folder);
	expect(vi.mocked(rm).mock.calls.map(([path]) => path)).toEqual([
		join(folder, 'COMPLETE'),
		folder,
	]);
});
