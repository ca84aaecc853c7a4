import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { wallColours, webManifest } from '../../../src/lib/conventions/web-manifest.ts';
import { iconFiles } from '../../../src/lib/server/images/icons.ts';
import { checkout } from '../../support/corpus.ts';
import { hall } from './made.ts';

const fixed = join(checkout, 'static');

it('has the name in the source language, and works below any path', () => {
	expect(webManifest(hall({ languages: ['fa', 'en'], wall: 'paper' }))).toMatchObject({
		name: 'تالار',
		...{ lang: 'fa', dir: 'rtl', start_url: './', scope: './' },
		...{ background_color: '#f7f3ec', theme_color: '#f7f3ec' },
	});
});

it('opens a kiosk at its own page, over the whole screen', () => {
	const { start_url: opens, display } = webManifest(hall({ channel: 'kiosk' }));
	expect([opens, display]).toEqual(['./kiosk/', 'fullscreen']);
	expect(webManifest(hall()).display).toBe('minimal-ui');
});

it('has the colours of the walls as the styles have them', () => {
	const css = readFileSync(join(checkout, 'src/app.css'), 'utf8');
	const [night, paper] = [...css.matchAll(/--wall: (#\w+);/g)].map(([, colour]) => colour);
	expect(wallColours).toEqual({ night, paper });
});

it('names icons that exist in the size that it says', async () => {
	const { icons } = webManifest(hall()) as { icons: { src: string; sizes: string }[] };
	for (const { src, sizes } of icons) {
		const { width, height } = await sharp(join(fixed, src)).metadata();
		if (sizes !== 'any') expect(`${width}x${height}`).toBe(sizes);
	}
	expect(icons).toHaveLength(4);
});

it('has the icons that static/icon.svg gives: else run `npm run icons`', async () => {
	const made = await iconFiles(readFileSync(join(fixed, 'icon.svg')));
	expect([...made.keys()]).toHaveLength(4);
	for (const [name, bytes] of made) {
		const pixels = (input: string | Buffer) => sharp(input).removeAlpha().raw().toBuffer();
		expect((await pixels(join(fixed, name))).equals(await pixels(bytes)), name).toBe(true);
	}
});
