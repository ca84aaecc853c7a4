import { join } from 'node:path';

/** Written last: a folder that has it has everything. */
export const complete = 'COMPLETE';
export const releaseName = 'release.json';
export const withdrawnName = 'withdrawn.json';

/** Where things lie on the device's data partition. */
export function placesIn(root: string) {
	const releases = join(root, 'releases');
	return {
		root,
		releases,
		/** A link to the release that is shown, also after the next start. */
		current: join(root, 'current'),
		state: join(root, 'state'),
		release: (id: string) => join(releases, id),
		staging: (id: string) => join(releases, `.staging-${id}`),
	};
}

/** The pages and pictures of a release, beside what is known of them. */
export function siteIn(folder: string): string {
	return join(folder, 'site');
}

/** Where a release that was made has a file; every device asks for it by its hash. */
export function offered(sha256: string): string {
	return `files/${sha256.slice(0, 2)}/${sha256}`;
}
