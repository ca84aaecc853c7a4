import { direction } from '../lib/i18n/direction.ts';
import { scriptOf } from '../lib/i18n/script.ts';
import type { Language } from '../lib/model.ts';
import { qrCode } from '../lib/show/qr.ts';
import type { Label, Line } from './label.ts';
import { columnsOf, sizesOf, type Size } from './size.ts';
import { style } from './style.ts';

const perSheet = 4;

/** What all labels of a file share. */
export interface Sheets {
	title: Line;
	labels: readonly Label[];
	/** The first decides where a label begins. */
	languages: readonly Language[];
	/** Rules of CSS that hold the typefaces. */
	fonts: string;
}

/** One page of HTML that needs nothing else, to be printed on A4 without margins. */
export function sheetsHtml({ title, labels, languages, fonts }: Sheets): string {
	const first = languages[0] ?? 'en';
	const count = Math.ceil(labels.length / perSheet);
	const sizes = sizesOf(labels);
	const cards = labels.map((label, at) => labelHtml(label, sizes[at] ?? 'small', first));
	const sheets = Array.from({ length: count }, (_, at) =>
		sheet(cards.slice(at * perSheet, (at + 1) * perSheet)),
	);
	return `<!doctype html>
<html${attributes(first)}>
<head>
<meta charset="utf-8">
<meta name="robots" content="noindex">
<title>${escaped(title.text)}</title>
<style>
${fonts}${style}</style>
</head>
<body>
${sheets.join('\n')}
</body>
</html>
`;
}

function sheet(cards: readonly string[]): string {
	return `<section class="sheet">
${cards.join('\n')}
${cuts}
</section>`;
}

function labelHtml(label: Label, size: Size, first: Language): string {
	const classes = ['label', size, columnsOf(label) > 1 ? 'two' : 'one'];
	const credit = label.credit.map(({ text, lang }) => element('p', text, lang)).join('');
	return `<article class="${classes.join(' ')}"${attributes(first)}>
<div class="blocks">${label.blocks.map(blockHtml).join('')}</div>
<div class="foot"><div class="credit">${credit}</div>${label.address ? qrSvg(label.address) : ''}</div>
</article>`;
}

function blockHtml({ lang, title, caption, notes }: Label['blocks'][number]): string {
	const parts = [
		title && `<h2>${escaped(title)}</h2>`,
		caption && `<p>${escaped(caption)}</p>`,
		...notes.map((note) => `<p class="note">${escaped(note)}</p>`),
	];
	return `<div${attributes(lang)}>${parts.filter(Boolean).join('')}</div>`;
}

function qrSvg(address: string): string {
	const { size, path } = qrCode(address);
	const box = `viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"`;
	return `<svg class="qr" role="img" aria-label="${escaped(address)}" ${box}><path d="${path}"/></svg>`;
}

function element(name: string, text: string, lang: Language): string {
	return `<${name}${attributes(lang)}>${escaped(text)}</${name}>`;
}

function attributes(lang: Language): string {
	return ` lang="${escaped(lang)}" dir="${direction(lang)}" data-script="${scriptOf(lang)}"`;
}

/** Where the two cuts begin, end and meet. */
const cuts = [
	...['0', '145.5mm', '291mm'].map((at) => `<i class="cut across" style="left: ${at}"></i>`),
	...['0', '102mm', '204mm'].map((at) => `<i class="cut down" style="top: ${at}"></i>`),
].join('');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);
}
