import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Photographs beside the project, for trying it on what it did not make; tests that need them are skipped without. */
export const corpus = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));
export const hasCorpus = existsSync(corpus);
/** The folder of the project. */
export const checkout = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
