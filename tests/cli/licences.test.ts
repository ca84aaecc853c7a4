import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { licences } from '../../src/cli/licences.ts';
import { checkout } from '../support/corpus.ts';

const listed = readFileSync(join(checkout, 'static/licences.txt'), 'utf8');

it('the list of what ships is the one that the lock file gives: else run `npm run licences`', async () => {
	expect(listed).toBe(await licences(checkout));
});

it('names the licences that ask for it, and has the notices of what reaches a browser', () => {
	expect(listed).toMatch(/^LGPL-3\.0-or-later\n {2}@img\/sharp-libvips-/m);
	expect(listed).toMatch(/^svelte\n\nCopyright/m);
	expect(listed).not.toMatch(/^ {2}(vitest|eslint) /m);
});
