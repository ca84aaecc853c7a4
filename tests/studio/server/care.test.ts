import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { Notices } from '../../../src/studio/server/notices.ts';
import { Place } from '../../../src/studio/server/place.ts';
import { careRoutes } from '../../../src/studio/server/routes/care-routes.ts';
import { contentFolder } from '../../support/folder.ts';
import { FakeDesk } from './desk.ts';
import { keep, Stage } from './stage.ts';

const gallery = `title: { en: Road }
photos:
  - file: tea.jpg
    alt: { en: Tea }
    consent: { status: given, given_on: 2026-01-01 }
    redact:
      - { shape: rectangle, x: 0.25, y: 0.25, w: 0.5, h: 0.5 }
  - file: bread.jpg
    alt: { en: Bread }
    consent: { status: given, given_on: 2026-01-01 }
`;

async function opened() {
	const folder = await contentFolder({
		'photos/exhibition.yaml': 'format: 1\ntitle: { en: Road }\nlanguages: [en]\n',
		'photos/road/gallery.yaml': gallery,
		'photos/road/tea.jpg': await sharp({
			create: { width: 60, height: 40, channels: 3, background: '#ffffff' },
		})
			.jpeg()
			.toBuffer(),
		'photos/road/bread.jpg': true,
		'photos/.exhibition/studio/trash/old.jpg': true,
	});
	const root = join(folder, 'photos');
	const desk = new FakeDesk(root);
	const cache = join(root, '.exhibition', 'cache');
	const place = keep(new Place(async () => ({ root, cache, desk, close: () => desk.close() })));
	await place.open(root);
	return { folder, root, desk, stage: await Stage.with([careRoutes(place, new Notices())]) };
}

it('seals, for good', async () => {
	const { folder, root, desk, stage } = await opened();
	const before = await readFile(join(root, 'road/tea.jpg'));
	expect(await stage.post('/api/seal', { photos: ['tea'] })).toMatchObject({ status: 200 });
	expect(await readFile(join(folder, 'vault/road/tea.jpg'))).toEqual(before);
	const { data } = await sharp(join(root, 'road/tea.jpg'))
		.extract({ left: 30, top: 20, width: 1, height: 1 })
		.raw()
		.toBuffer({ resolveWithObject: true });
	expect(data[0]).toBeLessThan(60);
	expect(desk.recorded[0]?.final).toMatch(/vault/);
	const nothing = await stage.post('/api/seal', { photos: ['bread'] });
	expect(nothing).toMatchObject({ status: 422, json: { says: expect.stringContaining('bread') } });
	expect((await stage.post('/api/seal', { photos: ['../x'] })).status).toBe(400);
});

it('withdraws, and erases what the studio keeps', async () => {
	const { root, desk, stage } = await opened();
	const asked = { photos: ['bread'], erase: true };
	expect((await stage.post('/api/withdraw', asked)).status).toBe(200);
	expect(await readFile(join(root, 'road/gallery.yaml'), 'utf8')).toContain('withdrawn');
	await expect(readFile(join(root, 'road/bread.jpg'))).rejects.toThrow('ENOENT');
	await expect(readFile(join(root, '.exhibition/studio/trash/old.jpg'))).rejects.toThrow('ENOENT');
	expect(desk.recorded[0]?.final).toBe('Consent was withdrawn.');
	const unknown = await stage.post('/api/withdraw', { person: 'nobody', erase: false });
	expect(unknown).toMatchObject({ status: 422, json: { says: expect.stringContaining('nobody') } });
	expect((await stage.post('/api/withdraw', { erase: false })).status).toBe(422);
});
