// @ts-check
/** `node studio-step.mjs FOLDER STEP`: a studio opens a folder and does one step, given as JSON. */
import '../../src/cli/typescript.js';

const { Desk } = await import('../../src/studio/files/desk.ts');
const [folder = '', step = ''] = process.argv.slice(2);
const desk = await Desk.open(folder);
await desk.change(JSON.parse(step));
await desk.close();
