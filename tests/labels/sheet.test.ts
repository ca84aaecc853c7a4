import jsQR from 'jsqr';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { Label } from '../../src/labels/label.ts';
import { sheetsHtml } from '../../src/labels/sheet.ts';

const label = (id: string, more: Partial<Label> = {}): Label => ({
	id,
	blocks: [{ lang: 'en', title: id, notes: [] }],
	credit: [],
	...more,
});
const html = (labels: Label[], languages = ['en']) =>
	sheetsHtml({ title: { text: 'Road', lang: 'en' }, labels, languages, fonts: '' });

it('puts four labels onto a sheet, in order', () => {
	const ids = ['a', 'b', 'c', 'd', 'e'];
	const text = html(ids.map((id) => label(id)));
	expect([...text.matchAll(/<h2>(.)<\/h2>/g)].map(([, id]) => id)).toEqual(ids);
	expect(
		text
			.split('<section class="sheet">')
			.slice(1)
			.map((one) => one.split('<article').length - 1),
	).toEqual([4, 1]);
});

it('escapes what people wrote', () => {
	const evil = '<script>"&</script>';
	const text = html([
		label('a', {
			blocks: [{ lang: 'en', title: evil, caption: evil, notes: [evil] }],
			credit: [{ text: evil, lang: 'en' }],
			address: 'https://e.org/"><b>',
		}),
	]);
	expect(text).not.toMatch(/<script|<b>/);
	expect(text.match(/&lt;script&gt;&quot;&amp;&lt;\/script&gt;/g)).toHaveLength(4);
});

it('says language, direction and script of each text', () => {
	const text = html(
		[
			label('a', {
				blocks: [
					{ lang: 'fa', title: 'چای', notes: [] },
					{ lang: 'tg', title: 'Чой', notes: [] },
				],
			}),
		],
		['fa', 'tg'],
	);
	expect(text).toContain('<html lang="fa" dir="rtl" data-script="arabic">');
	expect(text).toContain('<div lang="tg" dir="ltr" data-script="cyrillic"><h2>Чой</h2>');
});

it('needs nothing from elsewhere, and is the same each time', () => {
	const text = html([label('a', { address: 'https://e.org/a/' })]);
	expect(text).not.toMatch(/src=|href=|url\(/);
	expect(html([label('a', { address: 'https://e.org/a/' })])).toBe(text);
});

it('has codes that a telephone reads', async () => {
	const address = 'https://exhibition.example.org/tg/galleries/road/tea-by-the-train-window/';
	const [, size, path] =
		/viewBox="0 0 (\d+) .*?<path d="([^"]+)"/.exec(html([label('a', { address })])) ?? [];
	const side = Number(size) + 8;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 ${side} ${side}" width="${side * 6}" height="${side * 6}"><path fill="#fff" d="M-4-4h${side}v${side}h-${side}z"/><path d="${path}"/></svg>`;
	const { data, info } = await sharp(Buffer.from(svg))
		.ensureAlpha()
		.raw()
		.toBuffer({ resolveWithObject: true });
	expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(address);
});
