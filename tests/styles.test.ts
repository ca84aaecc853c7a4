import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkout } from './support/corpus.ts';

/** What Chrome 111, Safari 16.4 or Firefox 114 lack, and no build step makes up for. */
const tooNew = [
	':has(',
	':dir(',
	'@scope',
	'@starting-style',
	'@container style',
	'light-dark(',
	'anchor(',
	'field-sizing',
	'animation-timeline',
	'view-transition',
	'interpolate-size',
	'linear(',
];
/** The look is made of tokens: these stand in `app.css` alone. */
const literals = /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi;
/** Sides by name would not turn round where a language is written from the right. */
const sides = /\b(?:margin|padding|border|inset)-(?:left|right)\b|^\s*(?:left|right)\s*:/gm;

const files = readdirSync(join(checkout, 'src'), { recursive: true, encoding: 'utf8' })
	.map((file) => file.replaceAll('\\', '/'))
	.filter((file) => /\.(svelte|css)$/.test(file));

const styleOf = (file: string) => {
	const text = readFileSync(join(checkout, 'src', file), 'utf8');
	return file.endsWith('.css') ? text : (/<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '');
};

describe('the style', () => {
	it.each(files)('of %s is known to the oldest browsers, and logical', (file) => {
		const style = styleOf(file);
		expect(tooNew.filter((feature) => style.includes(feature))).toEqual([]);
		expect(style.match(sides)).toBeNull();
	});

	it.each(files.filter((file) => file !== 'app.css'))('of %s has no colour of its own', (file) => {
		expect(styleOf(file).match(literals)).toBeNull();
	});
});
