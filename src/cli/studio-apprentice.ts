import { work } from '../studio/server/darkroom/bench.ts';
import type { Command } from './command.ts';

/** The process in which the studio opens pictures (`studio/server/darkroom`); nobody types it. */
export const run: Command = () => work();
