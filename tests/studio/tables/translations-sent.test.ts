import readXlsx from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../src/lib/server/content/read.ts';
import { translationsXlsx } from '../../../src/studio/tables/translate/package.ts';
import { smallPicture } from '../../support/folder.ts';
import { folderOf, send } from '../../support/translators.ts';

describe('a translator gets a workbook', () => {
	it('with everything that visitors read, and nothing else', async () => {
		const [{ data } = { data: [] }] = await readXlsx(
			new Uint8Array(await send(await folderOf())).buffer,
		);
		const rows = data.map((row) => row.slice(1, 5).map((cell) => cell ?? ''));
		expect(rows.filter(([where]) => !String(where).startsWith('interface'))).toEqual([
			['where', 'en', 'tg', 'state'],
			['exhibition · title', 'One', '', 'missing'],
			['exhibition · people · mariam · name', 'Mariam', '', 'missing'],
			['exhibition · venues · 1 · name', 'Hall', '', 'missing'],
			['exhibition · venues · 1 · hours', '10-18', '', 'missing'],
			['exhibition · venues · 2 · name', 'Museum', '', 'missing'],
			['The road · title', 'The road', '', 'missing'],
			['The road · section leaving · title', 'Leaving', 'Рафтан', ''],
			['The road · warnings · 1 · text', 'Sad', '', 'missing'],
			['The road · warnings · 2 · text', 'Graves', '', 'missing'],
			['The road · Tea · title', 'Tea', '', 'missing'],
			['The road · Tea · caption', 'Tea by the window', 'Чой', ''],
			['The road · Tea · place · region', 'Sughd', '', 'missing'],
			['The road · wall text', 'On the wall', '', 'missing'],
			['story train · title', 'Train', 'Қатора', ''],
			['story train · summary', 'Four days', '', 'missing'],
			['story train · body 1', 'Text\n\nMore', 'Матн', ''],
		]);
		const words = rows.filter(([where]) => String(where).startsWith('interface'));
		expect(words).toContainEqual([
			'interface · photo_count · other',
			'{count} pictures',
			'{count} акс',
			'',
		]);
		expect(words.length).toBeGreaterThan(100);
	});

	it('with plural forms of their own language, and pictures', async () => {
		const content = await readContent(await folderOf());
		const thumbnail = { data: await smallPicture('tea'), width: 48, height: 32 };
		const book = await translationsXlsx(content, 'ru', async () => thumbnail);
		const [{ data } = { data: [] }] = await readXlsx(new Uint8Array(book).buffer);
		const forms = data
			.map((row) => String(row[1]))
			.filter((where) => where.includes('photo_count'));
		expect(forms.map((where) => where.split(' · ')[2]).sort()).toEqual([
			'few',
			'many',
			'one',
			'other',
		]);
		expect(book.includes('xl/media/')).toBe(true);
	});
});
