import { describe, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { readContent } from '../../../src/lib/server/content/read.ts';
import type { Json } from '../../../src/studio/contract/operations.ts';
import { keysOf } from '../../../src/studio/files/keys.ts';
import { wallKeys } from '../../../src/studio/tables/translate/fields.ts';
import { fill } from '../../support/folder.ts';
import {
	filled,
	folderOf,
	older,
	send,
	tajik,
	takeIn,
	text,
	write,
	yaml,
} from '../../support/translators.ts';

describe('what comes back', () => {
	const all = {
		'exhibition.yaml/title': `Як ${tajik}`,
		'exhibition.yaml/people/mariam/name': 'Марям',
		'exhibition.yaml/venues/0/name': 'Толор',
		'exhibition.yaml/venues/1/name': 'Осорхона',
		'road/gallery.yaml/title': 'Роҳ',
		'road/gallery.yaml/sections/leaving/title': 'Рафтани мо',
		'road/gallery.yaml/warnings/0/text': 'Ғамгин',
		'road/gallery.yaml/photos/tea.jpg/title': `Чой\n${tajik}`,
		'road/gallery.yaml/photos/tea.jpg/place/region': 'Суғд',
		'road/gallery.yaml/photos/1/text': 'Дар девор',
		'stories/train/summary': 'Чор рӯз',
		'interface/photo_count/other': '{count} сурат',
		'interface/languages': 'Забонҳо!',
	};

	it('is written as one step, letter by letter, comments and all', async () => {
		const folder = await folderOf();
		const back = await takeIn(folder, await filled(await send(folder), all));
		expect(back).toMatchObject({ disputed: [], unknown: [], left: [], refused: [], madeFrom: [] });
		expect(back.differences).toHaveLength(Object.keys(all).length);
		await write(folder, back);
		const content = await readContent(folder);
		expect(content.problems.filter(({ level }) => level === 'error')).toEqual([]);
		const { exhibition, galleries, photos, stories, words } = content;
		expect(exhibition).toMatchObject({
			title: { en: 'One', tg: `Як ${tajik}` },
			people: { mariam: { name: { en: 'Mariam', tg: 'Марям' } } },
			venues: [{ name: { tg: 'Толор' }, hours: { en: '10-18' } }, { name: { tg: 'Осорхона' } }],
		});
		expect(galleries[0]).toMatchObject({
			title: { tg: 'Роҳ' },
			sections: [{ title: { tg: 'Рафтани мо' } }],
			warnings: [{ text: { en: 'Sad', tg: 'Ғамгин' } }, { text: { en: 'Graves' } }],
			hangings: [{}, { text: { en: 'On the wall', tg: 'Дар девор' } }, {}],
		});
		expect(photos[0]).toMatchObject({
			title: { en: 'Tea', tg: `Чой\n${tajik}` },
			place: { region: { en: 'Sughd', tg: 'Суғд' } },
		});
		const told = stories.find(({ lang }) => lang === 'tg');
		expect(told).toMatchObject({ matter: { title: 'Қатора', summary: 'Чор рӯз' }, body: 'Матн\n' });
		expect(words.tg).toEqual({
			languages: 'Забонҳо!',
			photo_count: { one: '{count} акс', other: '{count} сурат' },
		});
		expect(await text(folder, 'road/gallery.yaml')).toContain('# The first');
		expect(await text(folder, 'stories/train.tg.md')).toContain('# Note');
		expect((await takeIn(folder, await send(folder))).step.operations).toEqual([]);
	});

	it('of two translators is merged, text by text', async () => {
		const folder = await folderOf();
		const book = await send(folder);
		const [title, road] = ['exhibition.yaml/title', 'road/gallery.yaml/title'];
		const [first, second] = [
			{ [title]: 'Як', [road]: 'Роҳ' },
			{ [road]: 'Роҳи мо', 'stories/train/summary': 'Чор рӯз' },
		];
		const russian = await filled(await send(folder, 'ru'), { [title]: 'Один' });
		const back = await takeIn(
			folder,
			await filled(book, first),
			await filled(book, second),
			russian,
		);
		expect(back.differences.map(({ language, value }) => `${language} ${value}`).sort()).toEqual([
			'ru Один',
			'tg Чор рӯз',
			'tg Як',
		]);
		expect(back.disputed).toEqual([
			{ place: 'The road · title', language: 'tg', answers: ['Роҳ', 'Роҳи мо'] },
		]);
		await write(folder, back);
		expect((await readContent(folder)).exhibition.title).toEqual({
			en: 'One',
			tg: 'Як',
			ru: 'Один',
		});
	});

	it('takes back nothing that was changed here meanwhile', async () => {
		const folder = await folderOf();
		const book = await send(folder);
		const caption = 'road/gallery.yaml/photos/tea.jpg/caption';
		await fill(folder, { 'road/gallery.yaml': yaml.replace('tg: Чой', 'tg: Чойи мо') });
		expect((await takeIn(folder, await filled(book, {}))).differences).toEqual([]);
		const { disputed, step } = await takeIn(folder, await filled(book, { [caption]: 'Чойи гарм' }));
		expect(step.operations).toEqual([]);
		expect(disputed).toEqual([
			{ place: 'The road · Tea · caption', language: 'tg', answers: ['Чойи гарм'], now: 'Чойи мо' },
		]);
	});

	it('was made from an older source: it is known as older', async () => {
		const folder = await folderOf();
		const book = await filled(await send(folder), {
			'road/gallery.yaml/photos/tea.jpg/caption': 'Чойи гарм',
			'road/gallery.yaml/title': 'Роҳ',
			'stories/train/title': 'Қатори нав',
		});
		await fill(folder, {
			'road/gallery.yaml': yaml.replace('Tea by the window', 'Tea on the train'),
			'stories/train.en.md': '---\ntitle: Train\n---\nOther\n',
		});
		await write(folder, await takeIn(folder, book));
		const stale = ['tg road/gallery.yaml/photos/tea.jpg/caption', 'tg stories/train'];
		expect((await older(folder)).sort()).toEqual(stale);
		const still = { 'road/gallery.yaml/photos/tea.jpg/caption': 'ok', 'stories/train/title': 'OK' };
		await write(folder, await takeIn(folder, await filled(await send(folder), {}, still)));
		expect(await older(folder)).toEqual([]);
	});

	it('makes a story in a new language, once it is whole', async () => {
		const folder = await folderOf();
		const book = await send(folder, 'ru');
		const half = await takeIn(folder, await filled(book, { 'stories/train/title': 'Поезд' }));
		expect([half.step.operations, half.left]).toEqual([
			[],
			[expect.stringMatching(/train is not whole in ru: its body 1/)],
		]);
		const texts = { 'stories/train/title': 'Поезд', 'stories/train/body 1': 'Текст\n\nЕщё' };
		await write(folder, await takeIn(folder, await filled(book, texts)));
		expect(await text(folder, 'stories/train.ru.md')).toBe(
			'---\ntitle: Поезд\n---\nТекст\n\nЕщё\n',
		);
	});

	it('that lost its letters is refused; a word that would not work is left out', async () => {
		const folder = await folderOf();
		const book = await send(folder);
		const lost = await takeIn(
			folder,
			await filled(book, { 'road/gallery.yaml/title': 'Ро? ва ?атор' }),
		);
		expect([lost.step.operations, lost.refused]).toEqual([
			[],
			[expect.stringMatching(/The road · title, tg, has lost letters/)],
		]);
		const odd = await takeIn(folder, await filled(book, { 'interface/photo_count/other': 'акс' }));
		expect([odd.words, odd.left]).toEqual([
			[],
			[
				expect.stringMatching(
					/photo_count · other, tg, must fill in what "\{count\} pictures" does/,
				),
			],
		]);
		const other = await writeXlsx([[{ value: 'a', type: String }]], { sheet: 'a' }).toBuffer();
		expect((await takeIn(folder, other)).refused).toEqual([expect.stringMatching(/no row says/)]);
	});
});

it('a wall text is called as the files of the studio call it', () => {
	const items: Json[] = [
		{ text: 'a' },
		{ ref: 'tea' },
		{ text: { en: 'b', tg: 'ӣ' } },
		{ text: 'a' },
	];
	const keys = wallKeys(items);
	expect(keys.filter((_, index) => index !== 1)).toEqual(
		keysOf(items, () => undefined).filter((key) => key !== 'tea'),
	);
});
