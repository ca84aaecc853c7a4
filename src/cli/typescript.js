// @ts-check
/**
 * What starts a command, a measurement or the process that makes pictures. Plain Node 20 cannot load
 * TypeScript; the compiler that Vite brings can, without the hundred megabytes of Vite itself.
 */
import { register } from 'node:module';
import { setFlagsFromString } from 'node:v8';

// The heap may grow by so much before it is cleared: else ten thousand photos leave as much litter as content.
setFlagsFromString('--heap-growing-percent=30');
process.setSourceMapsEnabled(true);
register('./typescript-hooks.js', import.meta.url);
