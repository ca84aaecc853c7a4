import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fontsOf, scriptOf } from '../../../src/lib/i18n/script.ts';
import { faces } from '../../../src/vite/typefaces.ts';
import { checkout } from '../../support/corpus.ts';

const messages = join(checkout, 'src/lib/i18n/messages');
const spoken = readdirSync(messages).map((file) => file.replace('.json', ''));
const ofScript = { latin: 'Latin', cyrillic: 'Cyrillic', arabic: 'Arabic' } as const;

describe('the script of a language', () => {
	it.each([
		['en', 'latin'],
		['tg', 'cyrillic'],
		['ru', 'cyrillic'],
		['ky', 'cyrillic'],
		['fa', 'arabic'],
		['prs', 'arabic'],
		['tg-Arab', 'arabic'],
		['uz', 'latin'],
		['uz-Cyrl', 'cyrillic'],
		['zh', 'other'],
		['no language', 'latin'],
	])('%s is %s', (language, script) => expect(scriptOf(language)).toBe(script));
});

describe('the typefaces', () => {
	it('that a page fetches at once are files that there are', () => {
		for (const language of spoken) {
			for (const name of fontsOf(language)) {
				expect(faces.map((face) => face.name)).toContain(name);
			}
		}
	});

	it.each(spoken)('have every letter of the interface in %s', (language) => {
		const text = readFileSync(join(messages, `${language}.json`), 'utf8');
		const script = ofScript[scriptOf(language) as keyof typeof ofScript];
		const letters = new Set(text.match(new RegExp(`\\p{Script=${script}}`, 'gu')));
		const has = (letter: string) => {
			const code = letter.codePointAt(0) ?? 0;
			return faces.some((face) =>
				face.letters.some(([first, last]) => first <= code && code <= last),
			);
		};
		// The keys of the messages are in Latin letters too; those need no face of the page.
		expect([...letters].filter((letter) => !has(letter))).toEqual([]);
		expect(letters.size).toBeGreaterThan(20);
	});
});
