import { describe, expect, it } from 'vitest';
import { unreviewed } from '../../../../src/lib/server/content/interface-words.ts';
import { read, told } from './records.ts';

const head = 'format: 1\ntitle: One\nlanguages: [en, tg]\npublic_url: https://e.org\n';
const withWords = async (file: string, text: string) => {
	const { words, reviewed, problems } = await read({
		'exhibition.yaml': head,
		[file]: text,
		'road/gallery.yaml': 'title: { en: R, tg: Р }\n',
		'road/tea.jpg': true,
	});
	return { words, reviewed, told: told(problems).filter((one) => one.includes('interface')) };
};

describe('the words of the interface', () => {
	it('are corrected by a file of the exhibition, which says who reviewed them', async () => {
		const text = 'close: Бастан\nphoto_count: { other: "{count} акс" }\nreviewed_by: A. K.\n';
		const found = await withWords('interface.tg.yaml', text);
		expect(found).toEqual({
			words: { tg: { close: 'Бастан', photo_count: { other: '{count} акс' } } },
			reviewed: ['tg'],
			told: [],
		});
	});

	it.each([
		['clsoe: x', 'error interface.tg.yaml:1:1: the interface has no word "clsoe"'],
		['photo_count: "{n} акс"', 'error interface.tg.yaml:1:1: "photo_count" must fill in {count}'],
		['close: [a]', 'error interface.tg.yaml:1:1: "close" is no word of the interface'],
		['close: ""', 'error interface.tg.yaml:1:1: "close" is no word of the interface'],
	])('are refused where they are wrong: %s', async (text, said) => {
		expect((await withWords('interface.tg.yaml', `${text}\n`)).told).toEqual([said]);
	});

	it('are those of a language that it speaks', async () => {
		const { told: said } = await withWords('interface.uz.yaml', 'close: x\n');
		expect(said).toEqual(['warning interface.uz.yaml:1:1: the interface does not speak "uz"']);
	});

	it('are unreviewed until somebody who speaks the language has read them', () => {
		expect(unreviewed(['en', 'tg', 'fa', 'uz'])).toEqual(['tg', 'fa']);
		expect(unreviewed(['en', 'tg', 'fa'], ['tg'])).toEqual(['fa']);
	});
});
