import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../src/lib/server/content/read.ts';
import type { Content } from '../../../src/lib/server/content/record.ts';
import { captionsCsv } from '../../../src/studio/tables/captions.ts';
import { compare } from '../../../src/studio/tables/compare.ts';
import { guess } from '../../../src/studio/tables/guess.ts';
import { tablesIn } from '../../../src/studio/tables/tables-in.ts';
import { checkout } from '../../support/corpus.ts';
import { afterStep, contentOf } from '../../support/fake-desk.ts';
import { convert, hasLibreOffice } from '../../support/libreoffice.ts';

const languages = ['en', 'tg', 'ru', 'fa'];
const hard = {
	tea: {
		title: '007',
		caption: { tg: 'Ҳуҷҷат, «ғӯра»;\nва "қатори" ӯ', fa: 'چای‌ها، «کنار»\nپنجره؟' },
	},
	bread: { title: '=1+1', caption: "'=2", alt: { ru: '-', tg: '+992 …', en: '@home' } },
	shoes: { title: '2016-11', alt: '3/4', description: '1.10', transcript: { fa: '۱۲٫۵ 🫖' } },
	'1-2': { title: '12:30', caption: "'tis", alt: '2016' },
};

async function comparedWith(content: Content, name: string, bytes: Buffer) {
	const [table] = await tablesIn(name, bytes);
	return compare(
		content,
		table ?? { name, header: [], rows: [] },
		guess(table?.header ?? []),
		'replace',
	);
}

describe.skipIf(!hasLibreOffice)('captions that LibreOffice opened and saved', () => {
	const saved = async (content: Content) => {
		const xlsx = await convert('captions.csv', captionsCsv(content), 'xlsx');
		return { 'captions.xlsx': xlsx, 'captions.csv': await convert('captions.xlsx', xlsx, 'csv') };
	};

	it('are those of the sample, in every language', async () => {
		const content = await readContent(join(checkout, 'photos'));
		for (const [name, bytes] of Object.entries(await saved(content))) {
			const compared = await comparedWith(content, name, bytes);
			const { differences, refused, unknown, missing } = compared;
			expect([name, differences, refused, unknown, missing]).toEqual([name, [], [], [], []]);
		}
		expect(content.photos.length).toBeGreaterThan(10);
	}, 120_000);

	it('are the same where they look like formulas, numbers and days', async () => {
		const content = contentOf(languages, hard);
		const empty = Object.fromEntries(Object.keys(hard).map((id) => [id, {}]));
		for (const [name, bytes] of Object.entries(await saved(content))) {
			expect((await comparedWith(content, name, bytes)).differences).toEqual([]);
			const { step } = await comparedWith(contentOf(languages, empty), name, bytes);
			const after = contentOf(languages, afterStep(empty, step));
			expect(captionsCsv(after)).toBe(captionsCsv(content));
		}
	}, 120_000);
});
