import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../../src/lib/server/content/read.ts';
import {
	compareTranslations,
	keepLedger,
	staleProblems,
} from '../../../../src/lib/server/content/translation-ledger.ts';
import { contentFolder, fill } from '../../../support/folder.ts';
import { told } from './records.ts';

const head = 'format: 1\ntitle: { en: One, tg: Як }\nlanguages: [en, tg]\n';
const road = (en: string, tg = 'Чой') =>
	`title: { en: Road, tg: Роҳ }\nphotos:\n  - { file: bread.jpg }\n  - { file: tea.jpg, title: { en: ${en}, tg: ${tg} }, caption: Hot }\n`;

async function folderOf(): Promise<string> {
	return contentFolder({
		'exhibition.yaml': head,
		'road/gallery.yaml': road('Tea'),
		'road/tea.jpg': true,
		'road/bread.jpg': true,
		'stories/train.en.md': '---\ntitle: Train\n---\nText\n',
		'stories/train.tg.md': '---\ntitle: Қатора\n---\nМатн\n',
	});
}

async function compared(folder: string) {
	const found = await compareTranslations(await readContent(folder));
	await keepLedger(folder, found.ledger);
	const says = found.lacking.map(({ why, language, text }) => {
		const { file, position } = text.at(why === 'older' ? language : 'en');
		return `${why} ${language} ${file}:${position.line}`;
	});
	return { ...found, says };
}

describe('translations', () => {
	it('that are missing are listed at the text that they are made from', async () => {
		const { says } = await compared(await folderOf());
		expect(says).toEqual(['missing tg road/gallery.yaml:4']);
	});

	it('are older when their source has changed since, until they are touched', async () => {
		const folder = await folderOf();
		await compared(folder);
		await fill(folder, {
			'road/gallery.yaml': road('Green tea'),
			'stories/train.en.md': '---\ntitle: Train\n---\nAnother text\n',
		});
		const { says, lacking } = await compared(folder);
		expect(says).toEqual([
			'older tg road/gallery.yaml:4',
			'missing tg road/gallery.yaml:4',
			'older tg stories/train.tg.md:4',
		]);
		expect(told(staleProblems(lacking, 'en'))).toEqual([
			expect.stringMatching(
				/^warning road\/gallery\.yaml:4:\d+: 1 text in tg is older than the en$/,
			),
			'warning stories/train.tg.md:4:1: 1 text in tg is older than the en',
		]);
		// Looking does not make them new.
		expect((await compared(folder)).says).toHaveLength(3);
		await fill(folder, { 'road/gallery.yaml': road('Green tea', 'Чойи кабуд') });
		expect((await compared(folder)).says).toEqual([
			'missing tg road/gallery.yaml:4',
			'older tg stories/train.tg.md:4',
		]);
	});

	it('are known by what they belong to: entries may change places', async () => {
		const folder = await folderOf();
		await compared(folder);
		const lines = road('Tea').split('\n');
		const swapped = [...lines.slice(0, 2), lines[3], lines[2], ''].join('\n');
		await fill(folder, { 'road/gallery.yaml': swapped });
		const { isNew } = await compared(folder);
		expect(isNew).toBe(false);
	});

	it('are kept in a file that a person can read, and no text is in it', async () => {
		const folder = await folderOf();
		await compared(folder);
		const text = await readFile(join(folder, 'translations.json'), 'utf8');
		expect(JSON.parse(text)).toMatchObject({
			'stories/train': { tg: [expect.any(String), expect.any(String)] },
		});
		expect(text).not.toMatch(/Чой|Tea/);
	});
});
