import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { acceptRelease } from '../../src/kiosk/release/accept.ts';
import { makeKeys, publicName, publicKeyOf, privateName } from '../../src/kiosk/release/keys.ts';
import { manifestName } from '../../src/studio/publish/manifest.ts';
import { publish, review, targets } from '../../src/studio/publish/publish.ts';
import { run } from '../support/command.ts';
import { contentFolder, temporaryFolder } from '../support/folder.ts';
import { chosen, contentsOf, tinyExhibition } from '../support/site.ts';

let exhibition: string;
let out: string;
let stick: string;

beforeAll(async () => {
	const files = tinyExhibition();
	const yaml = `${files['exhibition.yaml'] as string}public_url: https://exhibition.example.org\n`;
	exhibition = await contentFolder({ ...files, 'exhibition.yaml': yaml });
	[out, stick] = [join(await temporaryFolder(), 'out'), await temporaryFolder()];
});

const command = (...args: string[]) =>
	run([
		'publish',
		'--exhibition',
		exhibition,
		'--out',
		out,
		'--fast',
		'--as-of',
		'2026-11-24',
		...args,
	]);

it('publishes from beginning to end, and remembers where to', async () => {
	const dry = await command('--to', stick, '--dry-run');
	expect(dry.stdout).toMatch(/3 photos not there yet: .*\n(\+ .*\n)+… and \d+ more\nwould put/);
	expect(await contentsOf(stick)).toEqual({});
	expect(await targets(exhibition)).toEqual([]);
	const { code, stdout } = await command('--to', stick, '--name', 'live');
	expect([code, stdout]).toEqual([0, expect.stringMatching(/published: https:\/\/exhibition\./)]);
	const there = Object.keys(await contentsOf(stick));
	expect(there).toContain('en/galleries/first/tea/index.html');
	expect(there).not.toContain('.nigoh');
	const again = await command('--to', 'live');
	expect(again.stdout).toContain('put 0 files (0 kB), removed 0; next time: --to live');
	expect((await command()).stdout).toBe(`live: folder:${stick}\n`);
}, 240_000);

it('takes what was withdrawn off first', async () => {
	const using = chosen(exhibition, out);
	const own = JSON.parse(await readFile(join(stick, manifestName), 'utf8')) as {
		files: { path: string; of?: string[] }[];
	};
	const files = own.files.filter(({ of }) => of?.join() === 'bread').map(({ path }) => path);
	expect(files.filter((path) => path.startsWith('media/')).length).toBeGreaterThan(1);
	const gallery = join(exhibition, 'first/gallery.yaml');
	const text = await readFile(gallery, 'utf8');
	await writeFile(gallery, text.replace(/(bread\.jpg seen.*)not_needed/, '$1withdrawn'));
	const target = { kind: 'folder', path: stick } as const;
	expect(await review(exhibition, target, { using })).toMatchObject({
		...{ errors: [], newlyPublic: [], noLongerPublic: ['bread'] },
	});
	const steps: string[] = [];
	const onProgress = ({ says }: { says: string }) => void steps.push(says);
	const { removed } = await publish(exhibition, target, { using, onProgress });
	expect(removed).toEqual(expect.arrayContaining(files));
	const first = steps.indexOf('the site is built') + 1;
	expect(steps.slice(first, first + files.length).sort()).toEqual(files.sort());
}, 240_000);

it('makes a kiosk’s stick, and leaves the web site as it was', async () => {
	const [keys, kiosk] = [await temporaryFolder(), await temporaryFolder()];
	await makeKeys(keys);
	const before = await contentsOf(out);
	const { code, stdout } = await command(
		'--to',
		`kiosk:${kiosk}`,
		'--key',
		join(keys, privateName),
	);
	expect([code, stdout]).toEqual([0, expect.stringContaining(`published: ${kiosk}`)]);
	const text = await readFile(join(kiosk, 'release.json'), 'utf8');
	const release = acceptRelease(text, await publicKeyOf(join(keys, publicName)));
	expect(release.photos.map(({ id }) => id)).toEqual(['door', 'tea']);
	expect(await contentsOf(out)).toEqual(before);
}, 240_000);

it('does nothing where the exhibition or the target is wrong', async () => {
	const missing = await command('--to', join(stick, 'missing'));
	expect([missing.code, missing.stderr]).toEqual([
		1,
		expect.stringContaining('there is no folder'),
	]);
	expect((await command('--to', 'lvie')).stderr).toContain('did you mean "live"?');
	const broken = await contentFolder({ ...tinyExhibition(), 'exhibition.yaml': 'title: [' });
	const place = join(await temporaryFolder(), 'x');
	await mkdir(place);
	const refused = await run(['publish', '--exhibition', broken, '--out', out, '--to', place]);
	expect([refused.code, refused.stderr]).toEqual([
		1,
		expect.stringContaining('nothing was published'),
	]);
	expect(await contentsOf(place)).toEqual({});
});
