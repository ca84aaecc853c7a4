// @ts-check
/**
 * The site, made by Vite and Kit in a process of its own: it needs up to a gigabyte, and pictures
 * were made before it. Started by `pages.ts`, which sets the environment.
 */
import { build } from 'vite';

// A build that was killed must not go on writing: the next one may have begun.
process.once('disconnect', () => process.exit(1));
await build({ logLevel: 'warn' });
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.send?.({ megabytes }, undefined, undefined, () => process.exit(0));
