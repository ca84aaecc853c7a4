import type { Target } from '../contract/publish.ts';
import { folderPlace } from './folder-place.ts';
import { gitPlace } from './git-place.ts';
import type { Place } from './place.ts';
import type { Acquaintance } from './sftp-session.ts';
import { zipPlace } from './zip-place.ts';

/** Everything but a kiosk's stick, which gets a release instead of a site. */
export type SiteTarget = Exclude<Target, { kind: 'kiosk' }>;

/** @throws {Refusal} where it is not there, or cannot be reached */
export async function openPlace(target: SiteTarget, known: Acquaintance = {}): Promise<Place> {
	if (target.kind === 'folder') return folderPlace(target.path);
	if (target.kind === 'zip') return zipPlace(target.path);
	if (target.kind === 'git') return gitPlace(target);
	return (await import('./sftp-place.ts')).sftpPlace(target, known);
}
