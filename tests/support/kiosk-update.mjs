// @ts-check
/** `node kiosk-update.mjs ROOT RELEASE KEY OUTCOME`: a device takes an update from beginning to end. */
import '../../src/cli/typescript.js';

const { update } = await import('./kiosk-update.ts');
const [root = '', folder = '', key = '', outcome = ''] = process.argv.slice(2);
await update(root, folder, key, outcome === 'passes');
