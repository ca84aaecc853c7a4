import { Refusal } from '../vite/refusal.ts';
import type { Command } from './command.ts';
import { explained } from './print.ts';

// Each is loaded when it is called: what checks captions need not wait for Vite and sharp.
const commands: Record<string, () => Promise<{ run: Command }>> = {
	start: () => import('./start.ts'),
	build: () => import('./build.ts'),
	preview: () => import('./preview.ts'),
	dev: () => import('./dev.ts'),
	'photos:check': () => import('./photos-check.ts'),
	'photos:new': () => import('./photos-new.ts'),
	'photos:import': () => import('./photos-import.ts'),
	'photos:captions': () => import('./photos-captions.ts'),
	'photos:seal': () => import('./photos-seal.ts'),
	'photos:withdraw': () => import('./photos-withdraw.ts'),
	'photos:labels': () => import('./photos-labels.ts'),
	studio: () => import('./studio.ts'),
	kiosk: () => import('./kiosk.ts'),
	'kiosk:install': () => import('./kiosk-install.ts'),
	'kiosk:pack': () => import('./kiosk-pack.ts'),
	'kiosk:pin': () => import('./kiosk-pin.ts'),
	licences: () => import('./licences.ts'),
	icons: () => import('./icons.ts'),
	'kiosk:keys': () => import('./kiosk-keys.ts'),
	'kiosk:release': () => import('./kiosk-release.ts'),
};
// Called by the build and by the studio alone.
const inner: typeof commands = {
	'make-pictures': () => import('./make-pictures.ts'),
	'studio-apprentice': () => import('./studio-apprentice.ts'),
};

/** Runs a command. What a person can mend is a sentence; a mistake of ours keeps its stack. */
export async function main(
	name: string,
	args: readonly string[],
	checkout: string,
): Promise<number> {
	try {
		const command = await (commands[name] ?? inner[name])?.();
		if (command) return await command.run(args, checkout);
		throw new Refusal(`there is no command "${name}"`, Object.keys(commands).join(', '), 2);
	} catch (error) {
		return complain(error);
	}
}

function complain(error: unknown): number {
	console.error(explained(error) ?? error);
	return error instanceof Refusal ? error.exitCode : 1;
}
