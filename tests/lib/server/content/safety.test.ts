import { describe, expect, it } from 'vitest';
import { decideAll } from '../../../../src/lib/server/content/decisions.ts';
import { examine } from '../../../../src/lib/server/content/examine.ts';
import { publicExhibition } from '../../../../src/lib/server/content/public.ts';
import { contentFolder } from '../../../support/folder.ts';
import { content, gallery, hung, photo, picture, published } from './records.ts';

const day = '2026-11-24';
const head = 'format: 1\ntitle: Title\nlanguages: [en]\n';
const entry = (file: string, more = '') =>
	`  - { file: ${file}, alt: Seen, consent: { status: not_needed }${more} }\n`;

/** The published exhibition of a folder, every picture taken for made, and what is wrong with it. */
async function shown(files: Readonly<Record<string, string | true | Buffer>>, on = day) {
	const folder = await contentFolder({ 'exhibition.yaml': head, ...files });
	const { content: all, decisions, problems } = await examine(folder, on, 'web');
	const pictures = new Map(all.photos.map(({ id }) => [id, picture]));
	const told = problems.filter(({ level }) => level === 'error').map(({ message }) => message);
	return { exhibition: publicExhibition(all, decisions, pictures), decisions, problems, told };
}

describe('a person who is to be protected', () => {
	it('being a minor, is nowhere to be found closer than in a region', () => {
		const exact = {
			country: 'TJ',
			region: { en: 'Badakhshan' },
			city: { en: 'Khorog' },
			point: [37.49, 71.55] as const,
			precision: 'exact' as const,
		};
		const consent = { status: 'given' as const, guardian: true, identifiable: 'no' as const };
		const kid = photo({ people: ['kid'], place: exact, consent, redact: [{ shape: 'ellipse' }] });
		const exhibition = { people: { kid: { name: 'Kid', minor: true } } };
		const { photos } = published(content({ photos: [kid], exhibition }));
		expect(photos.tea?.place).toEqual({ country: 'TJ', region: { en: 'Badakhshan' } });
	});

	it('is not protected by three points on one spot', async () => {
		const spot = ', redact: [{ shape: polygon, points: [[0.1, 0.1], [0.1, 0.1], [0.1, 0.1]] }]';
		const { told } = await shown({
			'a/gallery.yaml': `photos:\n${entry('a.jpg', spot)}`,
			'a/a.jpg': true,
		});
		expect(told).toContainEqual(expect.stringContaining('must cover a part of the picture'));
	});

	it('is not left to a list of names that cannot be read', async () => {
		const { told } = await shown({
			'exhibition.yaml': `${head}protection: { vault: safe }\n`,
			'safe/names.txt': Buffer.from('\ufeffРаҳим', 'utf16le'),
			'a/gallery.yaml': `photos:\n${entry('a.jpg')}`,
			'a/a.jpg': true,
		});
		expect(told).toContainEqual('the file is not text in UTF-8');
	});

	it('is not named by the folder of a gallery without a title', async () => {
		const { exhibition } = await shown({
			'exhibition.yaml': `${head}protection: { vault: safe }\n`,
			'safe/names.txt': 'Rahim\n',
			'rahim/gallery.yaml': `photos:\n${entry('a.jpg')}`,
			'rahim/a.jpg': true,
		});
		expect(JSON.stringify(exhibition)).not.toMatch(/rahim/i);
		expect(exhibition.galleries[0]?.id).toMatch(/^p-[0-9a-f]{6}$/);
	});
});

describe('a gallery', () => {
	const files = {
		'a/gallery.yaml': `photos:\n${entry('tea.jpg')}`,
		'a/tea.jpg': true,
		'b/gallery.yaml': 'title: Secret\npublish_at: 2027-01-01\nphotos: [{ ref: tea }]\n',
	} as const;

	it('is not there before its day, whatever hangs in it, and its day is told as due', async () => {
		const { exhibition, decisions } = await shown(files);
		expect(JSON.stringify(exhibition)).not.toContain('Secret');
		expect(decisions.nextDue).toBe('2027-01-01');
		const later = await shown(files, '2027-01-01');
		expect(later.exhibition.galleries.map(({ id }) => id)).toEqual(['a', 'b']);
	});

	it('takes no cover from a gallery with a content note', () => {
		const room = gallery({ id: 'b', hangings: [hung('tea', 'ref'), hung('bread')] });
		const noted = gallery({ warnings: [{ kind: 'death' }], hangings: [hung('tea')] });
		const photos = [photo(), photo({ id: 'bread', gallery: 'b' })];
		const { galleries } = published(content({ photos, galleries: [noted, room] }));
		expect(galleries.map(({ cover }) => cover)).toEqual([undefined, 'bread']);
	});

	it('that is named twice hangs once, and is told', async () => {
		const { exhibition, told } = await shown({
			'exhibition.yaml': `${head}galleries: [a, a]\n`,
			'a/gallery.yaml': `photos:\n${entry('tea.jpg')}`,
			'a/tea.jpg': true,
		});
		expect(told).toEqual(['the gallery "a" is named twice']);
		expect(exhibition.galleries.map(({ id }) => id)).toEqual(['a']);
	});

	it('is found by its name however the letters are composed', async () => {
		const { exhibition, told } = await shown({
			'exhibition.yaml': `${head}galleries: [${'café'.normalize('NFC')}]\n`,
			[`${'café'.normalize('NFD')}/a.jpg`]: true,
			[`${'café'.normalize('NFD')}/gallery.yaml`]: `photos:\n${entry('a.jpg')}`,
		});
		expect(told).toEqual([]);
		expect(exhibition.galleries).toHaveLength(1);
	});
});

it('a photo that is held back and called "constructor" is not there', () => {
	const photos = [photo({ id: 'constructor', consent: { status: 'refused' } }), photo()];
	const room = gallery({ cover: 'constructor', hangings: [hung('constructor'), hung('tea')] });
	const all = content({ photos, galleries: [room] });
	const pictures = new Map(photos.map(({ id }) => [id, picture]));
	const { galleries } = publicExhibition(all, decideAll(all, day, 'web'), pictures);
	expect(galleries[0]).toMatchObject({ cover: 'tea', hangings: [{ id: 'tea' }] });
});

it('recordings, languages and folders that are not there or alike are told', async () => {
	const { problems } = await shown({
		'exhibition.yaml': `${head}kiosk: { language: tg }\n`,
		'a/gallery.yaml': `photos:\n${entry('tea.jpg', ', audio: { en: tee.mp3 }')}`,
		'a/tea.jpg': true,
		'a/tea.mp3': '',
		'A/bread.jpg': true,
		'stories/train.en.md': '---\ntitle: Train\naudio: train.mp3\n---\n',
	});
	const told = problems.map(({ file, line, message, remedy }) => [file, line, message, remedy]);
	expect(told).toContainEqual([
		'a/gallery.yaml',
		2,
		'there is no recording "tee.mp3"',
		'did you mean "tea.mp3"?',
	]);
	expect(told).toContainEqual([
		'exhibition.yaml',
		4,
		'there is no language "tg"',
		'use one of: en',
	]);
	expect(told).toContainEqual([
		'stories/train.en.md',
		3,
		'there is no recording "train.mp3"',
		'put the recording into this folder',
	]);
	expect(told).toContainEqual(
		expect.arrayContaining(['the folders "A" and "a" differ only by case or Unicode form']),
	);
});

it('a slip that was copied from entry to entry is told once, with its number', async () => {
	const { problems } = await shown({
		'a/gallery.yaml': `photos:\n${entry('a.jpg', ', capton: A')}${entry('b.jpg', ', capton: B')}`,
		'a/a.jpg': true,
		'a/b.jpg': true,
	});
	const slips = problems.filter(({ message }) => message.includes('capton'));
	expect(slips).toMatchObject([
		{
			line: 2,
			message: expect.stringContaining('(2 times in this file)'),
			remedy: 'did you mean "caption"?',
		},
	]);
});

it('what many pictures without an entry have in common is told once a folder', async () => {
	const names = ['tea', 'bread', 'door', 'road', 'train'].map((name) => `a/${name}.jpg`);
	const folder = await contentFolder({
		...Object.fromEntries(names.map((name) => [name, true])),
		'b/one.jpg': true,
	});
	const { problems } = await examine(folder, day, 'web');
	expect(problems.map(({ file, message }) => `${file}: ${message}`).slice(1)).toEqual([
		'a: 5 pictures of this folder: its alt text is missing',
		'b/one.jpg: "one": its alt text is missing',
	]);
});

it('photographs in a folder called "stories" are a gallery where nothing was written', async () => {
	const folder = await contentFolder({ 'stories/tea.jpg': true });
	const { content: all } = await examine(folder, day, 'web');
	expect(all.galleries.map(({ id }) => id)).toEqual(['stories']);
});
