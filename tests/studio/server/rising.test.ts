import { expect, it } from 'vitest';
import { rising } from '../../../src/studio/server/rising.ts';
import { FakeDesk } from './desk.ts';

it('counts on where an earlier desk ended', async () => {
	const first = rising(new FakeDesk('/x'), 1000);
	const changed = await first.change({ title: '', operations: [] });
	expect(changed).toMatchObject({ done: true, revision: 1002 });
	expect((await first.view()).revision).toBe(1002);
	const again = rising(new FakeDesk('/x'));
	expect((await again.view()).revision).toBeGreaterThan(1_700_000_000_000);
	expect(await again.record('', async () => {})).toMatchObject({ done: true });
});
