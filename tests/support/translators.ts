import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import readXlsx from 'read-excel-file/universal';
import { expect } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { readContent } from '../../src/lib/server/content/read.ts';
import {
	compareTranslations,
	keepLedger,
	noteMadeFrom,
} from '../../src/lib/server/content/translation-ledger.ts';
import { writeWhole } from '../../src/lib/server/content/write.ts';
import { Desk } from '../../src/studio/files/desk.ts';
import { translationsXlsx } from '../../src/studio/tables/translate/package.ts';
import { returned, type Returned } from '../../src/studio/tables/translate/returned.ts';
import { contentFolder } from './folder.ts';

export const yaml = `# Our road
title: The road
sections:
  - { id: leaving, title: { en: Leaving, tg: Рафтан } }
warnings: [{ kind: distress, text: Sad }, { kind: death, text: { en: Graves } }]
photos:
  # The first
  - file: tea.jpg
    title: Tea
    caption: { en: Tea by the window, tg: Чой }
    place: { name: Street 5, region: Sughd, precision: region }
  - { text: On the wall }
  - { file: bread.jpg, caption: "=Bread", note: secret, consent: { status: withdrawn } }
`;
const files = {
	'exhibition.yaml': `format: 1
title: One
languages: [en, tg, ru]
people: { mariam: { name: Mariam } }
venues: [{ name: Hall, hours: { en: "10-18" } }, { name: { en: Museum } }]
`,
	'road/gallery.yaml': yaml,
	'road/tea.jpg': true,
	'road/bread.jpg': true,
	'stories/train.en.md':
		'---\ntitle: Train\nsummary: Four days\naudio: train.mp3\n---\nText\n\nMore\n',
	'stories/train.tg.md': '---\n# Note\ntitle: Қатора\n---\nМатн\n',
	'stories/train.mp3': 'sound',
} as const;

export const tajik = 'Ҳуҷҷат, «ғӯра» — ӣ қ';

/** Writes into a workbook, by what its last column begins with. */
export async function filled(
	workbook: Buffer,
	texts: Record<string, string>,
	states: Record<string, string> = {},
) {
	const [{ data, sheet } = { data: [], sheet: '' }] = await readXlsx(
		new Uint8Array(workbook).buffer,
	);
	const rows = data.map((row) => {
		const key = String(row[5]).replace(/ \S+ \S+$/, '');
		return row.map((value, column) => {
			const own = column === 3 ? texts[key] : column === 4 ? states[key] : undefined;
			return { value: own ?? String(value ?? ''), type: String };
		});
	});
	// Translators sort.
	const [header = [], ...rest] = rows;
	return writeXlsx([header, ...rest.reverse()], { sheet }).toBuffer();
}

export async function folderOf() {
	const folder = await contentFolder(files);
	const { ledger } = await compareTranslations(await readContent(folder));
	await keepLedger(folder, ledger);
	return folder;
}

export const send = async (folder: string, language = 'tg') =>
	translationsXlsx(await readContent(folder), language);

export async function takeIn(folder: string, ...workbooks: Buffer[]) {
	const named = workbooks.map((bytes, index) => ({ name: `${index + 1}.xlsx`, bytes }));
	return returned(await readContent(folder), named);
}

export async function write(folder: string, { step, words, madeFrom }: Returned) {
	const desk = await Desk.open(folder);
	expect(await desk.change(step)).toMatchObject({ done: true });
	await desk.close();
	for (const { file, text } of words) await writeWhole(join(folder, file), text);
	await noteMadeFrom(folder, madeFrom);
}

export async function older(folder: string) {
	const { lacking, ledger } = await compareTranslations(await readContent(folder));
	await keepLedger(folder, ledger);
	return lacking
		.filter(({ why }) => why === 'older')
		.map(({ text, language }) => `${language} ${text.key}`);
}

export const text = (folder: string, file: string) => readFile(join(folder, file), 'utf8');
