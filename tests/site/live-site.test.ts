import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve, type Served } from '../../src/vite/serve.ts';
import { run } from '../support/command.ts';
import { contentFolder, fill, temporaryFolder } from '../support/folder.ts';
import { buildQuietly, chosen, tinyExhibition } from '../support/site.ts';

let photos: string;
let served: Served;

beforeAll(async () => {
	photos = await contentFolder(tinyExhibition());
	const out = join(await temporaryFolder(), 'build');
	await buildQuietly(chosen(photos, out));
	served = await serve(out, 0);
});
afterAll(() => served?.close());

const check = (live: string, day = '2026-11-24') =>
	run(['photos:check', '--exhibition', photos, '--live', live, '--as-of', day]);

it('a site that shows what may be shown today is well', async () => {
	const { code, stderr } = await check(served.address);
	expect([code, stderr]).toEqual([0, expect.not.stringMatching(/public at|not at/)]);
});

it('what may not be shown any longer is an error at its line, on each of its pages', async () => {
	const files = tinyExhibition();
	const before = files['first/gallery.yaml'] as string;
	const expired = before.replace('status: not_needed', 'status: given, given_on: 2020-01-01');
	await fill(photos, {
		'first/gallery.yaml': `${expired}  - { file: late.jpg, alt: Late, consent: { status: not_needed } }\n`,
		'first/late.jpg': true,
	});
	const { code, stderr } = await check(served.address);
	expect(code).toBe(1);
	const told = stderr.split('\n').filter((line) => /public at|yet/.test(line));
	expect(told).toEqual([
		expect.stringMatching(
			/first\/gallery\.yaml:3:\d+: error: "tea" is still public at http.*\/en\/galleries\/first\/tea\/, and is held back: consent ended on 2023-01-01/,
		),
		expect.stringMatching(/error: "tea" is still public at http.*\/en\/galleries\/second\/tea\//),
		expect.stringMatching(
			/first\/gallery\.yaml:5:\d+: warning: "late" is not at http.*\/en\/galleries\/first\/late\/ yet/,
		),
	]);
});

it.each([
	['http://127.0.0.1:1/', 1, /127\.0\.0\.1:1\/ cannot be reached \(.+\)/],
	['example.org', 2, /"example\.org" is no address/],
])('%s is told', async (live, exit, said) => {
	const { code, stderr } = await check(live);
	expect([code, stderr]).toEqual([exit, expect.stringMatching(said)]);
});
