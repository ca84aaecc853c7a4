import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkout } from '../../support/corpus.ts';

const folder = join(checkout, 'src/lib/offline/words');
const read = (name: string) =>
	JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>;
const places = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

it('every language says everything, with the same numbers in it', () => {
	const names = readdirSync(folder).sort();
	expect(names).toEqual(['en.json', 'fa.json', 'ky.json', 'ru.json', 'tg.json']);
	const english = read('en.json');
	for (const name of names) {
		const words = read(name);
		expect(Object.keys(words), name).toEqual(Object.keys(english));
		for (const [key, text] of Object.entries(words))
			expect([name, key, places(text)]).toEqual([name, key, places(english[key])]);
	}
});
