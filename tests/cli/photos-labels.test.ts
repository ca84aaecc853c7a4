import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { exists } from '../../src/lib/server/content/exists.ts';
import { entry, exhibitionYaml } from '../lib/server/content/records.ts';
import { run } from '../support/command.ts';
import { contentFolder } from '../support/folder.ts';

const ids = ['a-tea', 'b-bread', 'c-door', 'd-shoes', 'e-bag'];
const consent = '{ status: given, ref: C-7, scope: [web], given_on: 2026-01-01 }';

let photos: string;
const labels = (args: string[], env = {}) =>
	run(['photos:labels', ...args, '--exhibition', photos, '--as-of', '2026-11-24'], { env });

async function folder(yaml: string): Promise<string> {
	const files = ids.map((id) => [`road/${id}.jpg`, true] as const);
	return contentFolder({
		'exhibition.yaml': yaml,
		'road/gallery.yaml': `title: Road\nphotos:\n${ids.map((id) => entry(`${id}.jpg`, `, title: { en: ${id}, tg: Чой, fa: چای }`)).join('')}  - { file: held.jpg, title: Secret, alt: Seen, consent: ${consent} }\n`,
		'road/held.jpg': true,
		...Object.fromEntries(files),
	});
}

beforeAll(async () => {
	photos = await folder(exhibitionYaml('', 'en, tg, fa'));
});

describe('photos:labels', () => {
	it('writes a sheet for each four photos, as HTML and as PDF', async () => {
		const { code, stdout, stderr } = await labels(['road', '--languages', 'tg,fa']);
		expect([code, stderr]).toEqual([0, '"held" is left out: consent does not reach print\n']);
		const made = join(photos, '.exhibition/labels');
		expect(stdout).toContain(`5 labels in ${join(made, 'road.pdf')}`);
		const html = await readFile(join(made, 'road.html'), 'utf8');
		expect(html).toContain('font/woff2;base64');
		expect(html).not.toMatch(/Secret|C-7|url\('?[^d']/);
		const pdf = await readFile(join(made, 'road.pdf'), 'latin1');
		expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
		// A4 landscape, in points.
		expect(pdf).toMatch(/\/MediaBox \[0 0 84[12](\.\d+)? 59[45](\.\d+)?\]/);
	});

	it('says that the HTML can be printed where there is no Chromium', async () => {
		const out = await contentFolder({ 'road.pdf': 'of an earlier day' });
		const env = { PATH: '/nowhere', CHROMIUM: '', OUT: '/nowhere' };
		const { code, stdout } = await labels(['road', '--out', out], env);
		expect([code, stdout]).toEqual([0, expect.stringContaining('print it on A4, without margins')]);
		expect(await exists(join(out, 'road.pdf'))).toBe(false);
	});

	it.each([
		[[], 2, /no gallery is named: write photos:labels -- road/],
		[['raod'], 1, /there is no gallery "raod": did you mean "road"\?/],
		[['road', '--languages', 'tg,uz'], 2, /the exhibition has no language "uz"/],
		[['road', '--languages', ','], 2, /one to four languages/],
	])('refuses %j', async (args, exit, said) => {
		const { code, stderr } = await labels(args);
		expect([code, stderr]).toEqual([exit, expect.stringMatching(said)]);
	});

	it('asks for the address that the codes lead to', async () => {
		photos = await folder('format: 1\ntitle: One\nlanguages: [en, tg, fa]\n');
		const { code, stderr } = await labels(['road']);
		expect([code, stderr]).toEqual([1, expect.stringContaining('write the address of the site')]);
	});
});
