import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../../src/lib/server/content/read.ts';
import { contentFolder } from '../../../support/folder.ts';

async function errorsOf(files: Record<string, string | true>): Promise<string[]> {
	const root = await contentFolder({
		'vault/names.txt': 'Rahim Karimov, Раҳим Каримов\n',
		'photos/exhibition.yaml': 'format: 1\ntitle: One\nlanguages: [en, tg]\n',
		'photos/road/tea.jpg': true,
		...files,
	});
	const { problems } = await readContent(join(root, 'photos'));
	const errors = problems.filter(({ level }) => level === 'error');
	return errors.map(({ file, line, message }) => `${file}:${line} ${message}`);
}

const said = 'this text holds a name that must not be published';

describe('a listed name', () => {
	it.each([
		['a caption', '  - file: tea.jpg\n    caption: { en: Tea, tg: Рахим Каримов }\n', 3],
		['an alt text', '  - file: tea.jpg\n    alt: Rahim Karimov at a table\n', 3],
		['a wall text', '  - text: { en: Here came Rahim Karimov }\n', 2],
		['a place', '  - { file: tea.jpg, place: { city: Rahim Karimov } }\n', 2],
		['a keyword', '  - { file: tea.jpg, keywords: [tea, rahim karimov] }\n', 2],
	])('in %s is an error at its line, and is not repeated', async (_name, entries, line) => {
		const errors = await errorsOf({ 'photos/road/gallery.yaml': `photos:\n${entries}` });
		expect(errors).toEqual([`photos/road/gallery.yaml:${line} ${said}`.replace('photos/', '')]);
		expect(errors.join()).not.toMatch(/Karimov|Каримов/);
	});

	it('may stand in what is never published', async () => {
		const entry =
			'  - { file: tea.jpg, note: Rahim Karimov, consent: { status: given, ref: Rahim Karimov }, care: { checked_by: Rahim Karimov, checked_on: 2026-01-01 } }\n';
		expect(await errorsOf({ 'photos/road/gallery.yaml': `photos:\n${entry}` })).toEqual([]);
	});

	it('is found in the exhibition, and in a story below its front matter', async () => {
		const errors = await errorsOf({
			'photos/exhibition.yaml':
				'format: 1\ntitle: One\nlanguages: [en]\norganisation:\n  name: House of Rahim Karimov\n',
			'photos/stories/one.en.md': '---\ntitle: One\nkind: story\n---\nHe came.\nRahim Karimov.\n',
		});
		expect(errors).toEqual([`exhibition.yaml:5 ${said}`, `stories/one.en.md:6 ${said}`]);
	});
});
