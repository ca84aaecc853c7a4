import { publicKeyOf } from '../../src/kiosk/release/keys.ts';
import { Store } from '../../src/kiosk/release/store.ts';
import { Conductor } from '../../src/kiosk/updates/conductor.ts';
import { folderSource } from '../../src/kiosk/updates/folder-source.ts';
import { FakeClock, FakeScreens } from './kiosk-fakes.ts';

/** Takes what a folder offers, as a device does that nobody touches, until there is nothing to do. */
export async function update(
	root: string,
	folder: string,
	keyFile: string,
	passes: boolean,
): Promise<Store> {
	const store = new Store(root);
	const [screens, clock] = [new FakeScreens(), new FakeClock()];
	screens.passes = passes;
	const key = await publicKeyOf(keyFile);
	const sources = async () => [folderSource(folder)];
	const conductor = new Conductor({ store, screens, clock, key, sources });
	await conductor.begin();
	for (let step = 0; step < 4; step++) {
		await conductor.tick();
		await conductor.settled();
		clock.ms += 61_000;
	}
	return store;
}
