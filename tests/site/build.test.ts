import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/vite/refusal.ts';
import { contentFolder, fill, temporaryFolder } from '../support/folder.ts';
import { buildQuietly, chosen, contentsOf, tinyExhibition } from '../support/site.ts';

describe('a build', () => {
	it('makes every page and picture, and a report with every field', async () => {
		const exhibition = await contentFolder(tinyExhibition());
		const out = join(await temporaryFolder(), 'build');
		const report = await buildQuietly(chosen(exhibition, out));
		const files = Object.keys(await contentsOf(out));
		for (const lang of ['en', 'fa']) {
			for (const page of [
				'',
				'galleries/first/',
				'galleries/first/tea/',
				'galleries/second/tea/',
			]) {
				expect(files).toContain(`${lang}/${page}index.html`);
			}
		}
		expect(files).toContain('404.html');
		expect(files).toContain('.nojekyll');
		expect(files.filter((file) => file.startsWith('media/')).length).toBe(report.renditions.made);
		const written = JSON.parse(
			await readFile(join(exhibition, '.exhibition/report.json'), 'utf8'),
		) as typeof report;
		expect(written).toEqual(report);
		expect(report).toMatchObject({
			version: 1,
			as_of: '2026-11-24',
			photos: { published: 3, held: [], left_out: [] },
			// Two sizes and a card of each photo, four crops of two covers, one for a telephone.
			renditions: { made: 14, reused: 0, removed: 0 },
			pages: { count: 26 },
			next_due: null,
		});
		expect(Object.keys(report.seconds)).toEqual(['check', 'pictures', 'pages', 'search', 'swap']);
		expect(report.renditions.bytes).toBeGreaterThan(1000);
		expect(report.memory_mb.pictures).toBeGreaterThan(50);
		expect(report.memory_mb.site).toBeGreaterThan(50);
		expect(report.problems.map(({ level }) => level)).not.toContain('error');
	});

	it('gives the same bytes from the same content, whatever the order on disk and the cache', async () => {
		const files = tinyExhibition();
		const one = await contentFolder(files);
		const two = await contentFolder(Object.fromEntries(Object.entries(files).toReversed()));
		// The name of the folder is content in open mode only.
		const outs = [join(await temporaryFolder(), 'a'), join(await temporaryFolder(), 'b')] as const;
		await buildQuietly(chosen(one, outs[0]));
		await buildQuietly(chosen(two, outs[1]));
		const first = await contentsOf(outs[0]);
		expect(Object.keys(first).length).toBeGreaterThan(30);
		expect(await contentsOf(outs[1])).toEqual(first);
		const again = await buildQuietly(chosen(one, outs[0]));
		expect(again.renditions.made).toBe(0);
		expect(await contentsOf(outs[0])).toEqual(first);
	});

	it('leaves nothing of names, notes, consent or drafts in the output', async () => {
		const exhibition = await contentFolder({
			...tinyExhibition(),
			'second/gallery.yaml': `photos:
  - file: zebrafink.jpg
    id: door
    alt: A door
    note: PLANTED-NOTE
    care: { checked_by: PLANTED-CARE, checked_on: 2026-11-01 }
    consent: { status: given, ref: PLANTED-REF, scope: [web], given_on: 2026-01-01 }
    place: { city: PLANTED-CITY, point: [38.561234, 68.771234], precision: country, country: TJ }
    date: { value: 2016-11-03, precision: year }
  - { file: draft.jpg, status: draft, alt: PLANTED-DRAFT, consent: { status: not_needed } }
  - { file: refused.jpg, id: planted-id, alt: PLANTED-REFUSED, consent: { status: refused } }
`,
			'second/zebrafink.jpg': true,
			'second/draft.jpg': true,
			'second/refused.jpg': true,
			'third/planted-folder.jpg': true,
		});
		const out = join(await temporaryFolder(), 'build');
		const report = await buildQuietly(chosen(exhibition, out));
		expect(report.photos.held.map(({ id }) => id).sort()).toEqual([
			'draft',
			'planted-folder',
			'planted-id',
		]);
		const files = Object.keys(await contentsOf(out));
		const bytes = (
			await Promise.all(files.map((file) => readFile(join(out, file), 'latin1')))
		).join('\n');
		for (const secret of [/PLANTED/i, /zebrafink/, /38\.56/, /2016-11/, /second\/door\.jpg/]) {
			expect(bytes).not.toMatch(secret);
			expect(files.join('\n')).not.toMatch(secret);
		}
		expect(bytes).toContain('Tajikistan');
		expect(bytes).toContain('A door');
	});

	it('leaves the old site where it is when the content is wrong, and says why', async () => {
		const exhibition = await contentFolder(tinyExhibition('Old'));
		const out = join(await temporaryFolder(), 'build');
		await buildQuietly(chosen(exhibition, out));
		const before = await contentsOf(out);
		await fill(exhibition, { 'first/gallery.yaml': 'photos: [{ file: absent.jpg }]' });
		const report = await buildQuietly(chosen(exhibition, out));
		expect(report.problems.filter(({ level }) => level === 'error')).toHaveLength(2);
		expect(await contentsOf(out)).toEqual(before);
	});

	it('does not touch a folder that holds what it did not make', async () => {
		const exhibition = await contentFolder(tinyExhibition());
		const out = await contentFolder({ 'thesis.doc': 'ten years of work' });
		const refusal = await buildQuietly(chosen(exhibition, out)).catch((error: unknown) => error);
		expect(refusal).toBeInstanceOf(Refusal);
		expect(refusal).toMatchObject({ exitCode: 2 });
		expect(await readFile(join(out, 'thesis.doc'), 'utf8')).toBe('ten years of work');
		await mkdir(join(out, 'empty'));
	});

	it('sees a foreign file in a site of its own', async () => {
		const exhibition = await contentFolder(tinyExhibition());
		const out = join(await temporaryFolder(), 'build');
		await buildQuietly(chosen(exhibition, out));
		await writeFile(join(out, 'media', 'holiday.jpg'), 'mine');
		await expect(buildQuietly(chosen(exhibition, out))).rejects.toThrow(/holiday\.jpg/);
	});

	it('two at once: both end well, or one says that the other runs', async () => {
		const exhibition = await contentFolder(tinyExhibition('Twice'));
		const out = join(await temporaryFolder(), 'build');
		const settings = chosen(exhibition, out);
		const ends = await Promise.allSettled([buildQuietly(settings), buildQuietly(settings)]);
		const refused = ends.flatMap((end) =>
			end.status === 'rejected' ? [end.reason as unknown] : [],
		);
		expect(refused).toHaveLength(1);
		expect(refused[0]).toMatchObject({
			exitCode: 1,
			message: expect.stringMatching(/another build is running/),
		});
		expect(await readFile(join(out, 'en/index.html'), 'utf8')).toContain('Twice exhibition');
	});

	it('says that the content folder vanished, and leaves the old site', async () => {
		const exhibition = await contentFolder(tinyExhibition('Gone'));
		const out = join(await temporaryFolder(), 'build');
		const settings = chosen(exhibition, out, { cache: await temporaryFolder() });
		await buildQuietly(settings);
		const before = await contentsOf(out);
		for (const moment of ['pictures', 'checked'] as const) {
			const away = `${exhibition}-${moment}`;
			const cache = await temporaryFolder();
			const vanish = () => void rename(exhibition, away);
			const told =
				moment === 'checked'
					? { checked: vanish }
					: { step: (step: string) => step === moment && vanish() };
			const refusal = buildQuietly({ ...settings, cache }, told as object);
			await expect(refusal).rejects.toMatchObject({ code: 'ENOENT' });
			await rename(away, exhibition);
			expect(await contentsOf(out)).toEqual(before);
		}
	});
});
