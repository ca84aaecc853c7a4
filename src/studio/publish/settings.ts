import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { privateKeyOf, privateName } from '../../kiosk/release/keys.ts';
import { options, type Options } from '../../vite/options.ts';
import type { Target } from '../contract/publish.ts';
import type { Watching } from './carry-out.ts';
import { refuseUnsound } from './target-words.ts';
import type { Ask } from './sign-in.ts';

/** How it is published, beside what and where to. */
export interface Chosen extends Watching {
	/** Nothing is written at the target, and the target is not remembered. */
	dryRun?: boolean;
	/** As a command was told; else what the environment says. */
	using?: Options;
	/** What the target is called from now on. */
	name?: string;
	/** File of the private key that a kiosk's release is signed with. */
	kioskKey?: string;
	ask?: Ask;
	/** Another list of known hosts than the person's own. */
	knownHosts?: string;
}

const checkout = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[/\\]$/, '');

/** Of the build that goes to a target. A kiosk's lies apart, so that it does not replace the web's. */
export function settingsFor(folder: string, target: Target, using?: Options): Options {
	refuseUnsound(target);
	const chosen = using ?? options(['--exhibition', folder], process.env, checkout);
	if (target.kind !== 'kiosk') return { ...chosen, channel: 'web' };
	const out = join(chosen.exhibition, '.exhibition', 'studio', 'kiosk-site');
	return { ...chosen, channel: 'kiosk', out };
}

/** @throws {Refusal} where there is none */
export function kioskKeyOf({ kioskKey, using }: Chosen) {
	return privateKeyOf(kioskKey ?? join(using?.checkout ?? checkout, privateName));
}
