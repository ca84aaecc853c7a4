import { spawnSync } from 'node:child_process';
import sharp from 'sharp';
import { install } from './installed.ts';

/** Others that do the same work, with the same version of sharp as ours: the encoders are not what is compared. */
const versions = { '@11ty/eleventy-img': '6.0.4', 'thumbsup-downsize': '2.5.2' } as const;

export function setUpRivals(): NodeJS.Require {
	return install(versions, { sharp: sharp.versions.sharp ?? '' });
}

/** GraphicsMagick, which thumbsup calls for each size. */
export function hasGraphicsMagick(): boolean {
	return spawnSync('gm', ['version']).status === 0;
}

/** A rival's module; both are CommonJS. */
export function rival<T>(name: keyof typeof versions): T {
	return setUpRivals()(name) as T;
}
